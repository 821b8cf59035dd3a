// @vitest-environment jsdom
import { Checkbox, Switch } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('is a switch by its label alone, with its explanation as description', async () => {
  const onChange = vi.fn()
  const { user } = renderUi(<Switch label="Embedded connection" description="Stores nothing." onChange={onChange} />)
  const control = screen.getByRole('switch', { name: 'Embedded connection', description: 'Stores nothing.' })
  await user.click(control)
  expect(onChange).toHaveBeenLastCalledWith(true)
  control.focus()
  await user.keyboard(' ')
  expect(onChange).toHaveBeenLastCalledWith(false)
})

it('is a checkbox by its label alone', async () => {
  const onChange = vi.fn()
  const { user } = renderUi(<Checkbox label="Remember" description="On this device." onChange={onChange} />)
  await user.click(screen.getByRole('checkbox', { name: 'Remember', description: 'On this device.' }))
  expect(onChange).toHaveBeenLastCalledWith(true)
})
