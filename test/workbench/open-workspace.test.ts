import { ok } from '#base'
import { builtinConnectors } from '#connectors'
import type { ConnectionCheck, ConnectionId, CredentialBounds, Workspace } from '#domain'
import { openWorkspace, type WorkbenchPorts } from '#workbench'
import { describe, expect, it } from 'vitest'
import { memoryHost } from '../fixtures/memory-ports.ts'
import { connection, workspaceOf } from '../fixtures/workspace-builder.ts'

function sealing(workspace: Workspace) {
  const host = memoryHost()
  const bound: CredentialBounds[] = []
  const ports = {
    ...host.ports,
    workspace: {
      ...host.ports.workspace,
      saveTestCredentials: async (_: ConnectionId, bounds: CredentialBounds) => {
        bound.push(bounds)
        return ok({} as never)
      },
    },
  }
  const { store } = openWorkspace(ports, builtinConnectors)
  host.setWorkspace(workspace)
  return { bound, store }
}

it('X10 binds test credentials to the origin of the base URL, and a path to where the application is served', async () => {
  const shop = connection('Shop', { baseUrl: 'https://api.example.com:8443/v1' })
  const demo = connection('Demo', { baseUrl: '/demo' })
  const { bound, store } = sealing(workspaceOf([shop, demo]))
  await store.getState().saveTestCredentials(shop.connection.id, { apiKey: 'a' })
  await store.getState().saveTestCredentials(demo.connection.id, { apiKey: 'b' })
  expect(bound).toEqual([
    { origins: ['https://api.example.com:8443'], tokenOrigin: null },
    { origins: ['http://localhost'], tokenOrigin: null },
  ])
})

it('keeps the built-in connectors, whatever is stored', () => {
  const { store } = sealing(workspaceOf([]))
  expect(Object.keys(store.getState().workspace.connectors)).toEqual(builtinConnectors.map(({ key }) => key))
  expect(store.getState().ready).toBe(true)
})

it('X10 refuses credentials of a connection that is not there', async () => {
  const { bound, store } = sealing(workspaceOf([]))
  const saved = await store.getState().saveTestCredentials('conn_nowhere' as ConnectionId, { apiKey: 'a' })
  expect(saved).toMatchObject({ ok: false, error: { code: 'connection-missing' } })
  expect(bound).toEqual([])
})

/** A workspace whose tests of a connection end when they are told to. */
function testing() {
  const host = memoryHost()
  const ends: ((report: ConnectionCheck) => void)[] = []
  const ports = {
    ...host.ports,
    workspace: {
      ...host.ports.workspace,
      saveTestCredentials: async () => ok({} as never),
      check: () => new Promise<ConnectionCheck>((resolve) => ends.push(resolve)),
    },
  }
  const { store } = openWorkspace(ports, builtinConnectors)
  return { store, ends }
}

const reportOf = (status: number): ConnectionCheck => ({ outcome: 'ok', status, failure: null, stages: [] })

it('Test connection: begins by itself when credentials were saved, and saving does not wait for it', async () => {
  const { store, ends } = testing()
  const shop = connection('Shop').connection
  const save = (secrets: Record<string, string> | null) =>
    store.getState().saveConnection({ connection: shop, authMethod: null, secrets })
  expect(await save(null)).toMatchObject({ ok: true })
  expect(store.getState().tests).toEqual({})
  expect(await save({ token: 'a' })).toMatchObject({ ok: true })
  expect(store.getState().tests[shop.id]).toEqual({ report: null, startedBy: 'save' })
  ends[0]?.(reportOf(200))
  await expect.poll(() => store.getState().tests[shop.id]?.report?.status).toBe(200)
})

it('Test connection: does not begin for credentials that nobody entered', async () => {
  const { store } = testing()
  const submission = { connection: connection('Shop').connection, authMethod: null, secrets: { token: 'a' } }
  expect(await store.getState().saveConnection({ ...submission, skipsTest: true })).toMatchObject({ ok: true })
  expect(store.getState().tests).toEqual({})
})

it('Test connection: a report that a later test has overtaken is not told any more', async () => {
  const { store, ends } = testing()
  const { id } = connection('Shop').connection
  const first = store.getState().check(id, 'save')
  const second = store.getState().check(id)
  ends[1]?.(reportOf(201))
  await second
  ends[0]?.(reportOf(500))
  await first
  expect(store.getState().tests[id]).toEqual({ report: reportOf(201), startedBy: 'person' })
})

describe('what is an auth method’s own', () => {
  const settings = { grant: 'client-credentials', tokenUrl: 'https://auth.test/token' }
  const shop = connection('Shop', { type: 'oauth2', settings })

  /** Everything the host was asked to save, in order. */
  function recording() {
    const host = memoryHost()
    const asked: string[] = []
    const note = (...words: readonly unknown[]) => {
      asked.push(words.map((word) => (typeof word === 'string' ? word : JSON.stringify(word))).join(' '))
      return Promise.resolve(ok({} as never))
    }
    const workspace: WorkbenchPorts['workspace'] = {
      ...host.ports.workspace,
      saveAuthMethod: ({ id }) => note('method', id),
      saveMethodSecrets: (id, origins, secrets) => note('method secrets', id, origins, secrets),
      deleteMethodSecrets: (id) => note('forget', id),
      saveConnection: ({ id }) => note('connection', id),
      saveTestCredentials: (id, { origins, tokenOrigin }, secrets, keepOthers) =>
        note('secrets', id, origins, tokenOrigin, secrets, keepOthers),
    }
    const { store } = openWorkspace({ ...host.ports, workspace }, builtinConnectors)
    host.setWorkspace(workspaceOf([shop]))
    return { asked, store: store.getState() }
  }
  const { id } = shop.authMethod

  it('V21 is sealed for the origins of the method’s URLs, before the connection is made', async () => {
    const { asked, store } = recording()
    await store.saveConnection({
      connection: shop.connection,
      authMethod: shop.authMethod,
      methodSecrets: { clientSecret: 's' },
      secrets: { password: 'p' },
      keepsSecrets: true,
    })
    expect(asked).toEqual([
      `method ${id}`,
      `method secrets ${id} ["https://auth.test"] {"clientSecret":"s"}`,
      `connection ${shop.connection.id}`,
      `secrets ${shop.connection.id} ["https://api.test"] https://auth.test {"password":"p"} true`,
    ])
  })

  it('V29 is saved with the method alone, and goes when it is no longer good for it', async () => {
    const { asked, store } = recording()
    await store.saveAuthMethod({ authMethod: shop.authMethod, methodSecrets: { clientSecret: 's' } })
    await store.saveAuthMethod({ authMethod: shop.authMethod, methodSecrets: null, forgetsSecrets: true })
    await store.saveAuthMethod({ authMethod: shop.authMethod, methodSecrets: null })
    expect(asked).toEqual([
      `method ${id}`,
      `method secrets ${id} ["https://auth.test"] {"clientSecret":"s"}`,
      `method ${id}`,
      `forget ${id}`,
      `method ${id}`,
    ])
  })

  it('V22 is entered later for a method that exists, which stays what it is', async () => {
    const { asked, store } = recording()
    await store.saveConnection({
      connection: shop.connection,
      authMethod: null,
      methodSecrets: { clientSecret: 's' },
      secrets: null,
    })
    expect(asked.slice(0, 2)).toEqual([
      `method ${id}`,
      `method secrets ${id} ["https://auth.test"] {"clientSecret":"s"}`,
    ])
  })
})
