// @vitest-environment jsdom
import type { ConnectionCheck } from '#domain'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ConnectionTestDialog } from '../../../../src/designer/connections/check/connection-test-dialog.tsx'
import { flowOf, http } from '../../../fixtures/doc-builder.ts'
import { connection, workspaceOf, type BuiltConnection } from '../../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from '../connection-world.tsx'
import { bad, fact, failure, good, unasked } from './reports.ts'

const doc = flowOf(http('Get'))

/** The dialog of a connection whose tests give these reports in turn. */
async function openTest(...reports: readonly ConnectionCheck[]) {
  return openTestOf(connection('Shop', { type: 'bearer', credential: true }), ...reports)
}

async function openTestOf(shop: BuiltConnection, ...reports: readonly ConnectionCheck[]) {
  const host = connectionHost([doc], workspaceOf([shop]))
  const asked: string[] = []
  const check = async (id: string) => {
    asked.push(id)
    return reports[Math.min(asked.length, reports.length) - 1] ?? good
  }
  const ports = { ...host.ports, workspace: { ...host.ports.workspace, check } }
  const onClose = vi.fn()
  const world = await openWorld([doc], <ConnectionTestDialog connection={shop.connection} onClose={onClose} />, {
    ...host,
    ports,
  })
  const press = (name: string) => world.user.click(screen.getByRole('button', { name }))
  return { ...world, asked, press, onClose }
}

const items = () =>
  within(screen.getByRole('list', { name: 'Connection test' }))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

it('Test connection: reports configuration, token and request, each with its word and what it found', async () => {
  const { asked, onClose, press } = await openTest(good)
  expect(await screen.findByText('Shop works (status 200)')).toBeTruthy()
  expect(items()).toEqual([
    'ConfigurationOKRequests go below https://api.testTest credentials are set, and bound to https://api.test',
    'TokenSkippedThis auth method uses no token',
    'RequestOKAnswered 200 in 84 ms, directly from the browserAsked GET https://api.test/meAttached: header Authorization, 47 characters',
  ])
  expect(asked).toEqual(['conn_shop00'])
  await press('Test again')
  await waitFor(() => expect(asked).toHaveLength(2))
  await press('Done')
  expect(onClose).toHaveBeenCalled()
})

it('Test connection: says when a token ends', async () => {
  const [configuration, token, request] = good.stages
  const inAnHour = 1_700_000_000_000 + 3_600_000
  await openTest({
    ...good,
    stages: [
      configuration!,
      { ...token!, outcome: 'ok', facts: [fact('token-renewed'), fact('token-until', { at: inAnHour })] },
      request!,
    ],
  })
  await waitFor(() => expect(items()[1]).toBe('TokenOKRenewed just nowThere is one; it ends in 1 hour'))
})

it.each([
  ['configuration', 'credential-missing', 'The connection has no test credentials', 'Edit test credentials'],
  ['token', 'needs-reconnect', 'has to be connected again', 'Edit test credentials'],
  ['token', 'credential-token-origin', 'are for another place', 'Edit test credentials'],
  ['configuration', 'credential-origin-changed', 'entered for another place', 'Edit test credentials'],
  ['request', 'http-401', '401 Unauthorized', 'Edit test credentials'],
  ['request', 'http-404', '404 Not Found', 'Edit connection'],
  ['request', 'cors-refused', 'does not let pages', 'Send through the local server'],
] as const)(
  'Test connection: a %s that fails with %s says why and offers what helps',
  async (key, code, why, remedy) => {
    await openTest(
      bad(key, failure(code, { host: 'api.test', url: 'https://api.test/me', origin: 'http://here.test' })),
    )
    await waitFor(() => expect(items().filter((text) => text?.includes('Failed'))).toHaveLength(1))
    const failed = items().find((text) => text?.includes('Failed'))
    expect(failed).toContain(why)
    expect(failed).not.toContain('{{')
    expect(screen.getByRole('alert').textContent).toContain('Shop does not work')
    expect(screen.getByRole('button', { name: remedy })).toBeTruthy()
  },
)

it('Test connection: a code without a sentence is named', async () => {
  await openTest(bad('request', failure('brand-new')))
  expect(await screen.findByText('Something went wrong (brand-new).')).toBeTruthy()
})

it('Test connection: without a request it proposes the base URL, and tests with that', async () => {
  const { press, host, asked } = await openTest(unasked, good)
  expect(await screen.findByText(/Nothing is wrong as far as it can be told/)).toBeTruthy()
  await press('Test with GET https://api.test')
  expect(await screen.findByText('Shop works (status 200)')).toBeTruthy()
  expect(asked).toHaveLength(2)
  expect(Object.values(host.workspaceNow().connections)[0]?.check).toEqual({ method: 'GET', path: '' })
})

it('Test connection: an API without CORS is reached through the local server from then on', async () => {
  const { press, host } = await openTest(bad('request', failure('cors-refused')), good)
  await waitFor(() => expect(items()).toHaveLength(3))
  await screen.findByText('Shop does not work')
  await press('Send through the local server')
  expect(await screen.findByText('Shop works (status 200)')).toBeTruthy()
  expect(Object.values(host.workspaceNow().connections)[0]?.accessMode).toBe('relay')
})

it('Test connection: while it is under way every stage says so', async () => {
  const shop = connection('Shop', { type: 'bearer', credential: true })
  const host = connectionHost([doc], workspaceOf([shop]))
  const ports = { ...host.ports, workspace: { ...host.ports.workspace, check: () => new Promise<never>(() => {}) } }
  await openWorld([doc], <ConnectionTestDialog connection={shop.connection} onClose={() => undefined} />, {
    ...host,
    ports,
  })
  await waitFor(() => expect(items()).toEqual(['ConfigurationTesting', 'TokenTesting', 'RequestTesting']))
})

const provider = {
  grant: 'authorization-code',
  authorizationUrl: 'https://id.test/go',
  tokenUrl: 'https://id.test/token',
}

it.each([
  ['needs-reconnect', 'Connect again'],
  ['credential-token-origin', 'Connect again'],
  ['consent-missing', 'Connect'],
  ['client-secret-missing', 'Edit test credentials'],
])('Test connection: where a provider gives the credentials, %s offers %s', async (code, remedy) => {
  const shop = connection('Shop', { type: 'oauth2', settings: provider, credential: true })
  const token = { ...shop, credential: { ...shop.credential!, fields: ['accessToken'] } }
  await openTestOf(token, bad('token', failure(code, { host: 'id.test' })))
  expect(await screen.findByRole('button', { name: remedy })).toBeTruthy()
})

it('Test connection: a client that the provider does not know is mended in the auth method', async () => {
  const settings = { ...provider, clientId: 'me' }
  const shop = connection('Shop', { type: 'oauth2', settings })
  const refused = failure('token-refused', { host: 'id.test', error: 'invalid_client' })
  const { press, asked } = await openTestOf(shop, bad('token', refused), good)
  await press('Edit auth method')
  const dialog = within(screen.getByRole('dialog', { name: /Shop/ }))
  expect(dialog.getByLabelText('Client secret')).toBeTruthy()
  await press('Cancel')
  expect(asked).toHaveLength(1)
  await press('Edit auth method')
  await press('Save')
  expect(await screen.findByText('Shop works (status 200)')).toBeTruthy()
  expect(asked).toHaveLength(2)
})

it('Test connection: editing the connection tests again only when something was saved', async () => {
  const { press, asked, put } = await openTest(
    bad('request', failure('http-404', { url: 'https://api.test/me' })),
    good,
  )
  await screen.findByText('Shop does not work')
  await press('Edit connection')
  await press('Cancel')
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Save' })).toBeNull())
  expect(asked).toHaveLength(1)
  await press('Edit connection')
  await put(screen.getByRole('textbox', { name: 'Base URL' }), 'https://api.test/v2')
  await press('Save')
  expect(await screen.findByText('Shop works (status 200)')).toBeTruthy()
  expect(asked).toHaveLength(2)
})

it('Test connection: another origin asks for the credentials first, and is tested with those', async () => {
  const { press, asked, put } = await openTest(
    bad('request', failure('http-404', { url: 'https://api.test/me' })),
    good,
  )
  await screen.findByText('Shop does not work')
  await press('Edit connection')
  await put(screen.getByRole('textbox', { name: 'Base URL' }), 'https://moved.test')
  await press('Save')
  await put(await screen.findByLabelText('Token'), 'for-the-new-one')
  expect(asked).toHaveLength(1)
  await press('Save credentials')
  await waitFor(() => expect(asked).toHaveLength(2))
})
