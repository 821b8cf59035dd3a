// @vitest-environment jsdom
import { SearchField } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('is a search box by its label, and clears on Escape and by its button', async () => {
  const onChange = vi.fn()
  const { user } = renderUi(<SearchField label="Search steps" shortcut={['/']} onChange={onChange} />)
  const box = screen.getByRole('searchbox', { name: 'Search steps' })
  await user.type(box, 'http')
  expect(onChange).toHaveBeenLastCalledWith('http')
  await user.keyboard('{Escape}')
  expect(onChange).toHaveBeenLastCalledWith('')
  await user.type(box, 'x')
  await user.click(screen.getByRole('button', { name: 'Clear' }))
  expect(box).toHaveProperty('value', '')
})
