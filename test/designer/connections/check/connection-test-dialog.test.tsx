// @vitest-environment jsdom
import type { ConnectionCheck } from '#domain'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, it, vi } from 'vitest'
import { ConnectionTestDialog } from '../../../../src/designer/connections/check/connection-test-dialog.tsx'
import { flowOf, http } from '../../../fixtures/doc-builder.ts'
import { connection, workspaceOf } from '../../../fixtures/workspace-builder.ts'
import { connectionHost, openWorld } from '../connection-world.tsx'
import { bad, fact, failure, good, unasked } from './reports.ts'

const doc = flowOf(http('Get'))

/** The dialog of a connection whose tests give these reports in turn. */
async function openTest(...reports: readonly ConnectionCheck[]) {
  const shop = connection('Shop', { type: 'bearer', credential: true })
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
