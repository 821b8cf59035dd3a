// @vitest-environment jsdom
import { Badge, Tabs } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

const ITEMS = [
  { id: 'configure', label: 'Configure', content: 'fields' },
  { id: 'errors', label: 'Errors', badge: <Badge tone="danger">2</Badge>, content: 'two problems' },
] as const

it('shows the panel of the tab that arrow keys reach', async () => {
  const onSelect = vi.fn()
  const { user } = renderUi(<Tabs label="Step settings" items={ITEMS} onSelect={onSelect} />)
  expect(screen.getByRole('tablist', { name: 'Step settings' })).toBeTruthy()
  expect(screen.getByRole('tabpanel', { name: 'Configure' }).textContent).toBe('fields')
  await user.tab()
  await user.keyboard('{ArrowRight}')
  expect(onSelect).toHaveBeenLastCalledWith('errors')
  expect(screen.getByRole('tabpanel').textContent).toBe('two problems')
})

it('shows the tab it is told to', () => {
  renderUi(<Tabs label="Step settings" items={ITEMS} selected="errors" />)
  expect(screen.getByRole('tab', { selected: true }).textContent).toBe('Errors2')
})
