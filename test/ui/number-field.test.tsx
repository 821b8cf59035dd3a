// @vitest-environment jsdom
import { NumberField } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('steps with arrow keys and buttons, and stays inside its limits', async () => {
  const onChange = vi.fn()
  const { user } = renderUi(<NumberField label="Times" defaultValue={1} minValue={1} onChange={onChange} />)
  await user.click(screen.getByLabelText('Times'))
  await user.keyboard('{ArrowUp}')
  expect(onChange).toHaveBeenLastCalledWith(2)
  await user.click(screen.getByRole('button', { name: 'Decrease' }))
  expect(onChange).toHaveBeenLastCalledWith(1)
  expect(screen.getByRole('button', { name: 'Decrease' })).toHaveProperty('disabled', true)
})
