// @vitest-environment jsdom
import { ListBox, ListBoxItem, Tree, TreeItem } from '#ui'
import { screen } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { renderUi } from './render-ui.tsx'

it('folds and unfolds with the arrow keys', async () => {
  const { user } = renderUi(
    <Tree aria-label="Flow outline">
      <TreeItem id="branch" label="Branch">
        <TreeItem id="send" label="Send request" />
      </TreeItem>
    </Tree>,
  )
  expect(screen.queryByRole('row', { name: 'Send request' })).toBeNull()
  await user.tab()
  await user.keyboard('{ArrowRight}')
  expect(screen.getByRole('row', { name: 'Send request' }).getAttribute('aria-level')).toBe('2')
  await user.keyboard('{ArrowLeft}')
  expect(screen.queryByRole('row', { name: 'Send request' })).toBeNull()
})

it('names a list option by its label and describes it by the rest', async () => {
  const onAction = vi.fn()
  const { user } = renderUi(
    <ListBox aria-label="Steps" onAction={onAction}>
      <ListBoxItem id="log" label="Log" />
      <ListBoxItem id="http" label="HTTP Send request" description="Any API" />
    </ListBox>,
  )
  expect(screen.getByRole('option', { name: 'HTTP Send request', description: 'Any API' })).toBeTruthy()
  await user.tab()
  await user.keyboard('http{Enter}')
  expect(onAction.mock.calls[0]?.[0]).toBe('http')
})
