// @vitest-environment jsdom
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ConnectionsScreen } from '../../../src/designer/connections/connections-screen.tsx'
import { docOf, flow, http, slot } from '../../fixtures/doc-builder.ts'
import { connection, workspaceOf, type BuiltConnection } from '../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from './connection-world.tsx'

const doc = docOf({
  name: 'Orders to CRM',
  flows: [flow('Main', http('Get', { slot: 'HTTP' }), http('Put', { slot: 'HTTP' }))],
  slots: [slot('HTTP', 'http', 'shop')],
})
const shop = connection('Shop', { type: 'bearer', credential: true })
const spare = connection('Spare', { type: 'bearer', baseUrl: 'https://spare.test' })

async function openPage(built: readonly BuiltConnection[]) {
  const host = connectionHost([doc], workspaceOf(built))
  const world = await openWorld([doc], <ConnectionsScreen />, host)
  const { user } = world
  const card = (name: string) => within(screen.getByRole('article', { name }))
  const act = async (name: string, item: string) => {
    await user.click(screen.getByRole('button', { name: `Actions for ${name}` }))
    await user.click(screen.getByRole('menuitem', { name: item }))
  }
  return { ...world, card, act }
}

it('P02 says what to do while there is no connection', async () => {
  await openPage([])
  expect(screen.getByRole('heading', { name: 'Connections', level: 1 })).toBeTruthy()
  expect(screen.getByText('No connections yet')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'New connection' })).toBeTruthy()
})

it('V33 shows of each connection its name, auth type, base URL, creation, status and where it is used', async () => {
  const { card } = await openPage([shop, spare])
  for (const text of ['Not tested yet', 'https://api.test', 'HTTP', 'Bearer token', 'shop', 'Set', 'Created']) {
    expect(card('Shop').getAllByText(text, { exact: false }).length).toBeGreaterThan(0)
  }
  const use = await card('Shop').findByRole('link', { name: 'Orders to CRM' })
  expect(use.getAttribute('href')).toBe(`/integrations/${doc.id}`)
  expect(card('Shop').getByText('(2 steps)')).toBeTruthy()
  expect(card('Spare').getByText('Unused')).toBeTruthy()
  expect(card('Spare').getByText('Needs credentials')).toBeTruthy()
})

it('finds connections by name and address', async () => {
  const { put } = await openPage([shop, spare])
  await put(screen.getByRole('searchbox', { name: 'Search connections' }), 'spare.test')
  expect(screen.getAllByRole('article')).toHaveLength(1)
  await put(screen.getByRole('searchbox'), 'nothing')
  expect(screen.getByText('No connection matches “nothing”')).toBeTruthy()
})

it('P02 makes a connection with the same form, and P20 asks for its credentials', async () => {
  const { user, host, put } = await openPage([])
  await user.click(screen.getByRole('button', { name: 'New connection' }))
  const dialog = within(screen.getByRole('dialog', { name: 'New connection' }))
  await put(dialog.getByRole('textbox', { name: 'Connection name' }), 'Fresh')
  await put(dialog.getByRole('textbox', { name: 'Base URL' }), 'https://fresh.test')
  await user.click(dialog.getByRole('button', { name: 'Connect' }))
  expect(await screen.findByRole('dialog', { name: 'Add test credentials for Fresh' })).toBeTruthy()
  expect(Object.values(host.workspaceNow().connections).map(({ name }) => name)).toEqual(['Fresh'])
})

it('P22 edits the test credentials of a connection', async () => {
  const { user, card, host, put } = await openPage([spare])
  await user.click(card('Spare').getByRole('button', { name: 'Edit test credentials' }))
  await put(screen.getByLabelText('Token'), 'a-token')
  await user.click(screen.getByRole('button', { name: 'Save credentials' }))
  await waitFor(() => expect(host.sealed.map(({ secrets }) => secrets)).toEqual([{ token: 'a-token' }]))
  await waitFor(() => expect(card('Spare').getByText('Set')).toBeTruthy())
})

it('another origin warns that credentials are bound, and asks for them again', async () => {
  const { user, act, host, put } = await openPage([shop])
  await act('Shop', 'Edit connection')
  const url = screen.getByRole('textbox', { name: 'Base URL' })
  await put(url, 'https://moved.test')
  expect(screen.getByText(/bound to https:\/\/api.test/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByRole('dialog', { name: 'Add test credentials for Shop' })).toBeTruthy()
  expect(host.workspaceNow().connections[shop.connection.id]).toMatchObject({
    baseUrl: 'https://moved.test',
    stableKey: 'shop',
  })
})

it('an edit that cannot be says so beside the field', async () => {
  const { user, act } = await openPage([shop])
  await act('Shop', 'Edit connection')
  await user.clear(screen.getByRole('textbox', { name: 'Connection name' }))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Give it a name.')).toBeTruthy()
})

it('deletes what nothing uses', async () => {
  const { user, act, host } = await openPage([shop, spare])
  await act('Spare', 'Delete connection')
  await user.click(
    within(screen.getByRole('alertdialog', { name: 'Delete Spare?' })).getByRole('button', {
      name: 'Delete connection',
    }),
  )
  await waitFor(() => expect(Object.keys(host.workspaceNow().connections)).toEqual([shop.connection.id]))
})

it('deleting what is used shows where, and puts another one in its place, which can be undone there', async () => {
  const { user, act, host } = await openPage([shop, spare])
  await act('Shop', 'Delete connection')
  const dialog = within(await screen.findByRole('alertdialog', { name: 'Delete Shop?' }))
  expect(dialog.getByRole('link', { name: 'Orders to CRM' })).toBeTruthy()
  const confirm = dialog.getByRole<HTMLButtonElement>('button', { name: 'Delete connection' })
  expect(confirm.disabled).toBe(true)
  await user.click(dialog.getByRole('button', { name: /Use instead/ }))
  await user.click(screen.getByRole('option', { name: 'Spare' }))
  await user.click(screen.getByRole('button', { name: 'Delete connection' }))
  await waitFor(() => expect(Object.keys(host.workspaceNow().connections)).toEqual([spare.connection.id]))
  const stored = host.stored.get(doc.id)
  expect(Object.values(stored!.doc.slots).map((one) => one.connection)).toEqual(['spare'])
  expect(stored!.history.done).toHaveLength(1)
})

it('the search stays while it holds back the only connection there is left', async () => {
  const { put, act, user } = await openPage([shop, spare])
  await put(screen.getByRole('searchbox', { name: 'Search connections' }), 'spare.test')
  await act('Spare', 'Delete connection')
  await user.click(
    within(screen.getByRole('alertdialog', { name: 'Delete Spare?' })).getByRole('button', {
      name: 'Delete connection',
    }),
  )
  expect(await screen.findByText('No connection matches “spare.test”')).toBeTruthy()
  await user.clear(screen.getByRole('searchbox'))
  expect(screen.getByRole('article', { name: 'Shop' })).toBeTruthy()
})

it('after a deletion the focus is on the menu of the next connection, else on what makes a new one', async () => {
  const { act, user } = await openPage([connection('Extra', { type: 'bearer' }), spare])
  const remove = async (name: string, focused: string) => {
    await act(name, 'Delete connection')
    await user.click(
      within(screen.getByRole('alertdialog', { name: `Delete ${name}?` })).getByRole('button', {
        name: 'Delete connection',
      }),
    )
    await waitFor(
      () =>
        expect(document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent).toBe(focused),
      { timeout: 5000 },
    )
  }
  await remove('Extra', 'Actions for Spare')
  await remove('Spare', 'New connection')
})

it('shows no base URL of what only verifies webhooks', async () => {
  const { card } = await openPage([connection('GitHub', { connector: 'core', type: 'hmac', credential: true })])
  expect(card('GitHub').queryByText('Base URL')).toBeNull()
  expect(card('GitHub').getByText('Stable key')).toBeTruthy()
})
