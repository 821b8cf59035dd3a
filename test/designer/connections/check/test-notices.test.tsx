// @vitest-environment jsdom
import { ok } from '#base'
import type { ConnectionCheck, ConnectionId } from '#domain'
import { useWorkspace } from '#workbench'
import { screen, waitFor } from '@testing-library/react'
import { expect, it } from 'vitest'
import { ConnectionTestDialog } from '../../../../src/designer/connections/check/connection-test-dialog.tsx'
import { TestNotices } from '../../../../src/designer/connections/check/test-notices.tsx'
import { useConsent } from '../../../../src/designer/connections/consent/use-consent.ts'
import { flowOf, http } from '../../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from '../connection-world.tsx'
import { bad, failure, good, unasked } from './reports.ts'

const doc = flowOf(http('Get'))

/** Saves credentials, as a form does. */
function Save({ id }: { readonly id: ConnectionId }) {
  const save = useWorkspace((state) => state.saveTestCredentials)
  return (
    <button type="button" onClick={() => void save(id, { token: 'a-new-one' })}>
      Save them
    </button>
  )
}

/** Each test has a name of its own: messages outlive the screen that raised them. */
async function openNotices(name: string, answer: ConnectionCheck, isDialogOpen = false) {
  const shop = connection(name, { type: 'bearer', credential: true })
  const host = connectionHost([doc], workspaceOf([shop]))
  host.answer = answer
  const world = await openWorld(
    [doc],
    <>
      <Save id={shop.connection.id} />
      <TestNotices />
      {isDialogOpen && <ConnectionTestDialog connection={shop.connection} isPast onClose={() => undefined} />}
    </>,
    host,
  )
  const save = () => world.user.click(screen.getByRole('button', { name: 'Save them', hidden: true }))
  return { ...world, save }
}

it('Test connection: saved credentials that work are told in passing', async () => {
  const { save } = await openNotices('Good', good)
  await save()
  expect(await screen.findByText('Good works (status 200)')).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('Test connection: saved credentials that do not are told with the reason, and the report is a press away', async () => {
  const { save, user } = await openNotices('Bad', bad('request', failure('http-401')))
  await save()
  expect(await screen.findByText('Bad does not work')).toBeTruthy()
  expect(screen.getByText(/401 Unauthorized/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Show the report' }))
  expect(await screen.findByRole('list', { name: 'Connection test' })).toBeTruthy()
})

it('Test connection: nothing is said where nothing could be asked', async () => {
  const quiet = await openNotices('Quiet', unasked)
  await quiet.save()
  await waitFor(() => expect(quiet.host.sealed).toHaveLength(1))
  expect(screen.queryByText(/^Quiet/)).toBeNull()
})

it('Test connection: a report that is in view is not told once more', async () => {
  const { host } = await openNotices('Seen', good, true)
  await waitFor(() => expect(screen.getByRole('dialog', { name: 'Test of Seen' })).toBeTruthy())
  screen.getByText('Save them').click()
  await waitFor(() => expect(host.sealed).toHaveLength(1))
  expect(await screen.findAllByText('Seen works (status 200)')).toHaveLength(1)
})

function Consent({ id }: { readonly id: ConnectionId }) {
  const { begin } = useConsent(id, { isEager: false, onConnected: () => undefined })
  return (
    <button type="button" onClick={begin}>
      Connect
    </button>
  )
}

it('Test connection: begins by itself when consent was given', async () => {
  const given = connection('Given', { type: 'bearer', credential: true })
  const host = connectionHost([doc], workspaceOf([given]))
  host.answer = good
  const request = { kind: 'window', id: 'ask-1', url: 'https://provider.test', host: 'provider.test' } as const
  const consent = {
    ...host.ports.consent,
    begin: async () => ok(request),
    outcome: async () => ok({ expiresAt: null, isRenewable: true }),
  }
  const world = await openWorld([doc], [<Consent key="ask" id={given.connection.id} />, <TestNotices key="tell" />], {
    ...host,
    ports: { ...host.ports, consent },
  })
  await world.user.click(screen.getByRole('button', { name: 'Connect' }))
  expect(await screen.findByText('Given works (status 200)')).toBeTruthy()
})
