// @vitest-environment jsdom
import { ComboBox } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

const CHOICES = [
  { id: 'customers', label: 'Customers', section: 'Demo' },
  { id: 'orders', label: 'Orders', section: 'Demo' },
  { id: 'tickets', label: 'Tickets', section: 'Support' },
] as const

it('narrows its choices while typing and says when nothing matches', async () => {
  const onChange = vi.fn()
  const { user } = renderUi(<ComboBox label="Resource" choices={CHOICES} value={null} onChange={onChange} />)
  const input = screen.getByRole('combobox', { name: 'Resource' })
  await user.type(input, 'or')
  expect(screen.getAllByRole('option').map((option) => option.textContent)).toEqual(['Orders'])
  await user.type(input, 'zzz')
  expect(screen.getByText('Nothing matches')).toBeTruthy()
  await user.clear(input)
  await user.type(input, 'tick{ArrowDown}{Enter}')
  expect(onChange).toHaveBeenLastCalledWith('tickets')
})

it('lets a text stay that is no choice, where it may', async () => {
  const onInputChange = vi.fn()
  const { user } = renderUi(
    <ComboBox
      label="Header name"
      allowsCustomValue
      choices={CHOICES}
      value={null}
      onChange={() => {}}
      onInputChange={onInputChange}
    />,
  )
  await user.type(screen.getByRole('combobox', { name: 'Header name' }), 'X-Own')
  await user.tab()
  expect(screen.getByRole('combobox', { name: 'Header name' })).toHaveProperty('value', 'X-Own')
  expect(onInputChange).toHaveBeenLastCalledWith('X-Own')
})
