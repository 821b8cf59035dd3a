// @vitest-environment jsdom
import '../../ui/dom-gaps.ts'
import { err, ok, problem } from '#base'
import { builtinConnectors } from '#connectors'
import type { IntegrationId } from '#domain'
import { createI18n, TextsProvider } from '#texts'
import { ToastRegion } from '#ui'
import { openWorkspace, WorkspaceProvider, type DamagedRecord, type DeletedIntegration } from '#workbench'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { HomeScreen } from '../../../src/designer/home/home-screen.tsx'
import { docOf, flow } from '../../fixtures/doc-builder.ts'
import { memoryHost } from '../../fixtures/memory-ports.ts'

// The late parts load from disk.
vi.setConfig({ testTimeout: 60_000 })

const record: DamagedRecord = { id: 4, table: 'payloads', name: 'An order', at: 1_700_000_000_000, text: '{"n": 1}' }
const sealed: DamagedRecord = { ...record, id: 5, table: 'credentials', name: 'cred_abc', text: null }
const deleted: DeletedIntegration = { id: 'int_deleted' as IntegrationId, name: 'Digest', deletedAt: 1_700_000_000_000 }

/** Home over a host that keeps records and deleted integrations; what was asked of it is told in order. */
function openHome(
  given: { readonly damaged?: readonly DamagedRecord[]; readonly deleted?: readonly DeletedIntegration[] },
  restored: (id: IntegrationId) => IntegrationId = (id) => id,
) {
  const host = memoryHost()
  const doc = docOf({ flows: [flow('Main')] })
  const asked: string[] = []
  const left = { damaged: given.damaged ?? [], deleted: given.deleted ?? [] }
  const listeners = new Set<() => void>()
  const live = (tell: () => void) => {
    tell()
    listeners.add(tell)
    return () => listeners.delete(tell)
  }
  const change = (next: Partial<typeof left>) => {
    Object.assign(left, next)
    for (const tell of listeners) tell()
  }
  const summary = { id: doc.id, name: 'Mine', description: '', updatedAt: 0, flows: 1, steps: 1 }
  const ports = {
    ...host.ports,
    documents: {
      ...host.ports.documents,
      list: (onChange: (all: readonly (typeof summary)[]) => void) => {
        onChange([summary])
        return () => undefined
      },
      remove: async () => ok(undefined),
      restore: async (id: IntegrationId) => {
        asked.push(`restore ${id}`)
        change({ deleted: [] })
        return restored(id) ? ok(restored(id)) : err(problem('integration-not-in-trash'))
      },
      raw: async () => '{}',
    },
    kept: {
      counts: (onChange: (counts: { damaged: number; deleted: number }) => void) =>
        live(() => onChange({ damaged: left.damaged.length, deleted: left.deleted.length })),
      collect: async () => {
        asked.push('collect')
        return ok(undefined)
      },
      damaged: (onChange: (records: readonly DamagedRecord[]) => void) => live(() => onChange(left.damaged)),
      discard: async (id: number) => {
        asked.push(`discard ${id}`)
        change({ damaged: left.damaged.filter((one) => one.id !== id) })
        return ok(undefined)
      },
      deleted: (onChange: (all: readonly DeletedIntegration[]) => void) => live(() => onChange(left.deleted)),
    },
  }
  const workspace = openWorkspace(ports, builtinConnectors)
  render(
    <TextsProvider i18n={createI18n('en')}>
      <WorkspaceProvider ports={ports} store={workspace.store}>
        <HomeScreen />
        <ToastRegion />
      </WorkspaceProvider>
    </TextsProvider>,
  )
  return { user: userEvent.setup(), asked, doc }
}

it('looks for damaged records, and says nothing where there are none', async () => {
  const { asked } = openHome({})
  expect(asked).toEqual(['collect'])
  await act(async () => undefined)
  expect(screen.queryByText(/set aside/)).toBeNull()
  expect(screen.queryByRole('button', { name: 'Recently deleted' })).toBeNull()
})

it('lists records that were set aside, exports them but for sealed ones, and asks before one is discarded', async () => {
  const made = vi.fn((_: Blob) => 'blob:made')
  vi.stubGlobal('URL', Object.assign(URL, { createObjectURL: made, revokeObjectURL: () => undefined }))
  const saved: string[] = []
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function save(this: HTMLAnchorElement) {
    saved.push(this.download)
  })
  const { user, asked } = openHome({ damaged: [record, sealed] })
  const banner = await screen.findByText('2 records could not be read and were set aside')
  expect(banner).toBeTruthy()
  const rows = within(screen.getByRole('list', { name: 'Records set aside' })).getAllByRole('listitem')
  expect(rows.map((row) => within(row).getAllByRole('button').length)).toEqual([2, 1])
  await user.click(screen.getByRole('button', { name: 'Export: Test payload An order' }))
  expect(saved).toEqual(['test-payload-an-order.patchbay.json'])
  expect(made.mock.calls[0]?.[0].size).toBe(record.text?.length)

  const discard = () => user.click(screen.getByRole('button', { name: 'Discard: Test payload An order' }))
  await discard()
  const question = screen.getByRole('alertdialog', { name: 'Discard this record?' })
  expect(question.textContent).toContain('Test payload An order is deleted from this browser for good')
  await user.click(within(question).getByRole('button', { name: 'Cancel' }))
  expect(asked).not.toContain('discard 4')
  await discard()
  await user.click(within(screen.getByRole('alertdialog')).getByRole('button', { name: 'Discard' }))
  expect(asked).toContain('discard 4')
  await screen.findByText('A record could not be read and was set aside')
})

it('shows what was deleted when it is unfolded, and restores it', async () => {
  const { user, asked } = openHome({ deleted: [deleted] })
  await user.click(await screen.findByRole('button', { name: 'Recently deleted' }))
  await user.click(screen.getByRole('button', { name: 'Restore Digest' }))
  expect(asked).toContain('restore int_deleted')
  expect(await screen.findByText('Digest is restored')).toBeTruthy()
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Recently deleted' })).toBeNull())
})

it.each([
  ['is restored as another one', () => 'int_other00', /Mine is restored as another integration/],
  ['is gone for good', () => '', /no longer among the deleted ones/],
])('says after Undo when a deleted integration %s', async (_what, restored, said) => {
  const { user } = openHome({}, () => restored() as IntegrationId)
  await user.click(await screen.findByRole('button', { name: 'Actions for Mine' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Delete' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(await screen.findByText(said)).toBeTruthy()
})

it('offers what is stored of an integration that cannot be read in place of its file', async () => {
  const { user } = openHome({})
  await user.click(await screen.findByRole('button', { name: 'Actions for Mine' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Export' }))
  expect(await screen.findByRole('button', { name: 'Export what is stored' })).toBeTruthy()
})
