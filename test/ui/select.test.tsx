// @vitest-environment jsdom
import { Select } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

const CHOICES = [
  { id: 'header', label: 'Header' },
  { id: 'query', label: 'Query parameter' },
] as const

it('names its button by the label and the choice, and chooses with the keyboard', async () => {
  const onChange = vi.fn()
  const { user } = renderUi(<Select label="Insert in" choices={CHOICES} value="header" onChange={onChange} />)
  expect(screen.getByRole('button', { name: 'Header Insert in' })).toBeTruthy()
  await user.tab()
  await user.keyboard('{ArrowDown}')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Header', 'Query parameter'])
  await user.keyboard('{ArrowDown}{Enter}')
  expect(onChange).toHaveBeenCalledExactlyOnceWith('query')
})

it('ties its error to the button', () => {
  renderUi(<Select label="Insert in" choices={CHOICES} value={null} onChange={() => {}} error="Choose where" />)
  expect(screen.getByRole('button', { name: /Insert in/, description: 'Choose where' })).toBeTruthy()
})
