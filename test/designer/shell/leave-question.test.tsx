// @vitest-environment jsdom
import { problem } from '#base'
import { act, screen, waitFor, within } from '@testing-library/react'
import { beforeEach, expect, it } from 'vitest'
import { Link, Route, Router } from 'wouter'
import { useGuardedLocation } from '../../../src/designer/frame/leave-guard.ts'
import { LeaveQuestion } from '../../../src/designer/shell/leave-question.tsx'
import { SaveProblemBanner } from '../../../src/designer/shell/save-problem-banner.tsx'
import { flowOf, http } from '../../fixtures/doc-builder.ts'
import { openEditor } from '../steps/open-editor.tsx'

const doc = flowOf(http('Get'))
const HERE = `/integrations/${doc.id}`

beforeEach(() => {
  history.replaceState(null, '', '/')
  history.pushState(null, '', HERE)
})

/** The part of the designer that one leaves, and a link out of it. */
async function openDesigner() {
  const editor = await openEditor(
    doc,
    <Router hook={useGuardedLocation}>
      <Route path={HERE}>
        <Link href="/">All integrations</Link>
        <LeaveQuestion />
        <SaveProblemBanner />
      </Route>
      <Route path="/">home</Route>
    </Router>,
  )
  const rename = (name: string) =>
    act(() => void editor.store.getState().dispatch({ type: 'integration/rename', name }))
  return {
    ...editor,
    rename,
    leave: () => editor.user.click(screen.getByText('All integrations')),
    editOnFullDisk: async () => {
      editor.host.failSaves(problem('quota-exceeded'))
      rename('Hours of work')
      await act(() => editor.host.pass(300))
    },
  }
}

const question = async () => within(await screen.findByRole('alertdialog'))

it('X01 leaving stores what is pending first, and asks nothing', async () => {
  const { host, rename, leave } = await openDesigner()
  rename('Typed at the very last moment')
  await leave()
  await screen.findByText('home')
  expect(host.stored.get(doc.id)?.doc.name).toBe('Typed at the very last moment')
  expect(screen.queryByRole('alertdialog')).toBeNull()
})

it('X01 asks before work is left that cannot be stored: staying keeps it, leaving lets it go', async () => {
  const { store, user, editOnFullDisk, leave } = await openDesigner()
  await editOnFullDisk()
  await leave()
  const dialog = await question()
  expect(dialog.getByRole('heading').textContent).toBe('Your latest changes are only in this tab')
  expect(dialog.getByText(/The browser has no room left for this site/)).toBeTruthy()
  expect(document.activeElement).toBe(dialog.getByRole('button', { name: 'Stay' }))
  await user.click(dialog.getByRole('button', { name: 'Stay' }))
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull())
  expect(location.pathname).toBe(HERE)
  expect(store.getState().doc.name).toBe('Hours of work')
  await leave()
  await user.click((await question()).getByRole('button', { name: 'Leave without saving' }))
  await screen.findByText('home')
})

it('X01 asks when Back is pressed, too, and lets go when it could be stored after all', async () => {
  const { host, user, editOnFullDisk } = await openDesigner()
  await editOnFullDisk()
  act(() => history.back())
  await user.click((await question()).getByRole('button', { name: 'Stay' }))
  await waitFor(() => expect(location.pathname).toBe(HERE))
  host.failSaves(null)
  act(() => history.back())
  await screen.findByText('home')
  expect(host.stored.get(doc.id)?.doc.name).toBe('Hours of work')
})

it('X09 who keeps a conflicting version as a copy is taken to it without a question', async () => {
  const { host, user, rename } = await openDesigner()
  host.failSaves(problem('revision-conflict', { base: 1, stored: 2 }))
  rename('Mine')
  await act(() => host.pass(300))
  await user.click(screen.getByRole('button', { name: 'Keep as a copy' }))
  await waitFor(() => expect(location.pathname).not.toBe(HERE))
  expect(screen.queryByRole('alertdialog')).toBeNull()
  const copies = [...host.stored.values()].map((stored) => stored.doc.name)
  expect(copies).toContain('Mine (conflict copy)')
})
