import 'fake-indexeddb/auto'
import type { CheckStage, ConnectionCheck } from '#domain'
import { saveConnection } from '#storage'
import { afterEach, describe, expect, it } from 'vitest'
import { startServer, type TestServer } from './test-server.ts'
import { PAGE, vaultBench } from './vault-bench.ts'

const servers: Pick<TestServer, 'close'>[] = []
afterEach(async () => {
  await Promise.all(servers.splice(0).map((one) => one.close()))
})

async function server(...args: Parameters<typeof startServer>) {
  const started = await startServer(...args)
  servers.push(started)
  return started
}

const SECRET = 'secret-4711'
const ME = { method: 'GET', path: '/me' }

/** An API with one answer, and a connection to it. */
async function bench(answer: Parameters<typeof startServer>[0], parts: { baseUrl?: string } = {}) {
  const api = await server(answer)
  const made = await vaultBench()
  const baseUrl = parts.baseUrl ?? `${api.origin}/v1`
  const connected = await made.connect(baseUrl, { type: 'bearer', name: 'Token' }, { token: SECRET })
  return { api, ...made, ...connected }
}

const status =
  (code: number, headers: Record<string, string> = {}): Parameters<typeof startServer>[0] =>
  (_, response) => {
    response.writeHead(code, { 'Content-Type': 'application/json', ...headers }).end('{"answer":"private"}')
  }

const stage = ({ stages }: ConnectionCheck, key: CheckStage['key']): CheckStage | undefined =>
  stages.find((one) => one.key === key)
const factsOf = (report: ConnectionCheck, key: CheckStage['key']) => stage(report, key)?.facts ?? []
const outcomes = ({ stages }: ConnectionCheck) => stages.map(({ key, outcome }) => `${key} ${outcome}`)

describe('checkConnection', () => {
  it('Test connection: says stage by stage that all is well, with names and lengths and never a value', async () => {
    const { service, connection, api } = await bench(status(200))
    const report = await service.check(connection.id, ME)
    expect(report).toMatchObject({ outcome: 'ok', status: 200, failure: null })
    expect(outcomes(report)).toEqual(['configuration ok', 'token skipped', 'request ok'])
    expect(factsOf(report, 'configuration')).toEqual([
      { code: 'base-url', params: { url: `${api.origin}/v1` } },
      { code: 'method', params: { name: 'Token' } },
      { code: 'credential', params: { origin: api.origin } },
    ])
    expect(factsOf(report, 'token')).toEqual([{ code: 'no-token', params: {} }])
    expect(factsOf(report, 'request')).toEqual([
      { code: 'answered', params: { status: 200, milliseconds: expect.any(Number), transport: 'direct' } },
      { code: 'asked', params: { method: 'GET', url: `${api.origin}/v1/me` } },
      { code: 'attached-header', params: { name: 'Authorization', count: `Bearer ${SECRET}`.length } },
    ])
    expect(api.seen[0]).toMatchObject({ url: '/v1/me', headers: { authorization: `Bearer ${SECRET}` } })
    expect(JSON.stringify(report)).not.toMatch(/secret-4711|private/)
  })

  it.each([
    [401, 'http-401'],
    [403, 'http-403'],
    [404, 'http-404'],
    [429, 'http-429'],
    [418, 'http-status'],
    [500, 'http-server-error'],
  ])('Test connection: tells %i apart, at once and without what the API answered', async (code, failure) => {
    const { service, connection, api } = await bench(status(code, { 'Retry-After': '30' }))
    const report = await service.check(connection.id, ME)
    expect(report).toMatchObject({ outcome: 'failed', status: code, failure: { code: failure } })
    expect(outcomes(report)).toEqual(['configuration ok', 'token skipped', 'request failed'])
    expect(api.seen).toHaveLength(1)
    expect(JSON.stringify(report)).not.toMatch(/secret-4711|private/)
  })

  it('Limits: Test connection says for how long the API wants no requests, and sends none meanwhile', async () => {
    const { service, connection, api } = await bench(status(429, { 'Retry-After': '30' }))
    const report = await service.check(connection.id, ME)
    expect(report.failure).toMatchObject({ code: 'http-429', params: { retryAfter: 30 } })
    const again = await service.check(connection.id, ME)
    expect(again.failure).toMatchObject({ code: 'asked-to-wait', params: { status: 429, retryAfter: 30 } })
    expect(api.seen).toHaveLength(1)
  })

  it('Test connection: asks what the person chose before what the connector declares', async () => {
    const { service, connection, api, database } = await bench(status(200))
    await saveConnection(database, { ...connection, check: { method: 'HEAD', path: '' } })
    const report = await service.check(connection.id, ME)
    expect(api.seen.map(({ method, url }) => `${method} ${url}`)).toEqual(['HEAD /v1'])
    expect(report.outcome).toBe('ok')
  })

  it('Test connection: without a request to ask it says so, and that the rest is fine', async () => {
    const { service, connection, api } = await bench(status(200))
    const report = await service.check(connection.id, null)
    expect(report.outcome).toBe('not-checkable')
    expect(outcomes(report)).toEqual(['configuration ok', 'token skipped', 'request skipped'])
    expect(factsOf(report, 'request')).toEqual([{ code: 'nothing-to-ask', params: {} }])
    expect(api.seen).toEqual([])
  })

  it('Test connection: credentials that are not there or for another address fail the configuration', async () => {
    const { service, connection, api, database, connect } = await bench(status(200))
    const bare = await connect(api.origin, { type: 'bearer' })
    const missing = await service.check(bare.connection.id, ME)
    expect(missing.failure?.code).toBe('credential-missing')
    expect(outcomes(missing)).toEqual(['configuration failed', 'token skipped', 'request skipped'])
    await saveConnection(database, { ...connection, baseUrl: 'https://elsewhere.example' })
    expect((await service.check(connection.id, ME)).failure?.code).toBe('credential-origin-changed')
    await saveConnection(database, { ...connection, baseUrl: 'nowhere' })
    expect((await service.check(connection.id, ME)).failure?.code).toBe('base-url-invalid')
    await database.connections.delete(connection.id)
    expect((await service.check(connection.id, ME)).failure?.code).toBe('connection-not-found')
    expect(api.seen).toEqual([])
  })

  it('Test connection: a path never leads out of the base URL, and a database that is gone is told', async () => {
    const { service, connection, api, database } = await bench(status(200))
    const away = await service.check(connection.id, { method: 'GET', path: '/../../admin' })
    expect(stage(away, 'request')?.failure?.code).toBe('path-escapes-base')
    const other = await service.check(connection.id, { method: 'GET', path: 'https://elsewhere.example/' })
    expect(stage(other, 'request')?.failure?.code).toBe('origin-not-bound')
    expect(api.seen).toEqual([])
    database.close()
    expect((await service.check(connection.id, ME)).failure?.code).toBe('vault-unavailable')
  })

  it('Test connection: while the vault is locked it says so, and nothing is sent', async () => {
    const { service, connection, api } = await bench(status(200))
    await service.setPassphrase('correct horse battery staple', null)
    await service.lock()
    const report = await service.check(connection.id, ME)
    expect(report.failure?.code).toBe('vault-locked')
    expect(outcomes(report)).toEqual(['configuration failed', 'token skipped', 'request skipped'])
    expect(api.seen).toEqual([])
    await service.unlock('correct horse battery staple')
    expect((await service.check(connection.id, ME)).outcome).toBe('ok')
  })

  it('Test connection: needs no credentials where authentication is bypassed', async () => {
    const { service, connect, api } = await bench(status(200))
    const open = await connect(api.origin, { type: 'none' })
    const report = await service.check(open.connection.id, ME)
    expect(report.outcome).toBe('ok')
    expect(factsOf(report, 'configuration').at(-1)?.code).toBe('no-credential')
    expect(factsOf(report, 'request').at(-1)?.code).toBe('attached-nothing')
  })

  it('Test connection: an answer that does not come in the time of the connection is told apart', async () => {
    const { service, connection, database } = await bench(() => undefined)
    const limits = { requestsPerSecond: null, concurrent: null, timeoutSeconds: 0.1 }
    await saveConnection(database, { ...connection, limits })
    expect((await service.check(connection.id, ME)).failure).toMatchObject({
      code: 'timeout',
      params: { seconds: 0.1 },
    })
  })
})

describe('the token of a connection', () => {
  /** An API that takes one token, and the provider it comes from. */
  async function withProvider(provide: (asked: number) => readonly [status: number, answer: object]) {
    let asked = 0
    const provider = await server((_, response) => {
      asked += 1
      const [code, answer] = provide(asked)
      response.writeHead(code, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer))
    })
    const api = await server((request, response) => {
      response.writeHead(request.headers.authorization === 'Bearer token-of-today' ? 200 : 401).end()
    })
    const made = await vaultBench()
    const settings = { grant: 'client-credentials', tokenUrl: `${provider.origin}/token`, clientId: 'patchbay' }
    const connected = await made.connect(api.origin, { type: 'oauth2', settings })
    await made.service.saveCredential({
      owner: { kind: 'auth-method', authMethod: connected.authMethod.id },
      purpose: { kind: 'organization' },
      origins: [provider.origin],
      fields: { clientSecret: SECRET },
    })
    return { check: () => made.service.check(connected.connection.id, ME), provider, api }
  }
  const token = (accessToken: string) => ({ access_token: accessToken, token_type: 'Bearer', expires_in: 3600 })

  it('Test connection: says that it was fetched, and when it ends', async () => {
    const { check, provider, api } = await withProvider(() => [200, token('token-of-today')])
    const first = await check()
    expect(outcomes(first)).toEqual(['configuration ok', 'token ok', 'request ok'])
    expect(factsOf(first, 'token')).toEqual([
      { code: 'token-renewed', params: {} },
      { code: 'token-until', params: { at: expect.any(Number) } },
    ])
    const again = await check()
    expect(factsOf(again, 'token').map(({ code }) => code)).toEqual(['token-until'])
    expect([provider.seen.length, api.seen.length]).toEqual([1, 2])
    expect(JSON.stringify([first, again])).not.toMatch(/secret-4711|token-of-today/)
  })

  it('Test connection: one that the API refuses is renewed, and the report says so', async () => {
    const { check, api } = await withProvider((asked) => [
      200,
      token(asked === 1 ? 'token-of-yesterday' : 'token-of-today'),
    ])
    const report = await check()
    expect(outcomes(report)).toEqual(['configuration ok', 'token ok', 'request ok'])
    expect(factsOf(report, 'token')[0]?.code).toBe('token-renewed')
    expect(api.seen.map(({ headers }) => headers.authorization)).toEqual([
      'Bearer token-of-yesterday',
      'Bearer token-of-today',
    ])
    const attached = { name: 'Authorization', count: 'Bearer token-of-today'.length }
    expect(factsOf(report, 'request').at(-1)?.params).toEqual(attached)
  })

  it('Test connection: a provider that gives none fails the token, and the API is not asked', async () => {
    const { check, api } = await withProvider(() => [401, { error: 'invalid_client' }])
    const report = await check()
    expect(report.failure).toMatchObject({ code: 'token-refused', params: { error: 'invalid_client' } })
    expect(outcomes(report)).toEqual(['configuration ok', 'token failed', 'request skipped'])
    expect(api.seen).toEqual([])
  })

  it('Test connection: consent that nobody gave fails the token', async () => {
    const { service, connect } = await vaultBench()
    const settings = { grant: 'authorization-code', tokenUrl: 'https://a.test/t', authorizationUrl: 'https://a.test/a' }
    const { connection } = await connect('https://api.test', { type: 'oauth2', settings })
    const report = await service.check(connection.id, ME)
    expect(report.failure?.code).toBe('consent-missing')
    expect(outcomes(report)).toEqual(['configuration ok', 'token failed', 'request skipped'])
  })
})

describe('testing a connection that verifies webhooks', () => {
  const hmac = { type: 'hmac', settings: { preset: 'standard-webhooks' } } as const
  const declared = { method: 'GET', path: '/me' }

  it('V15 asks nobody, and says what will show whether the secret is right', async () => {
    const { service, connect } = await vaultBench({ fetch: () => Promise.reject(new Error('nothing is sent')) })
    const { connection } = await connect(PAGE, hmac, { webhookSecret: 'whsec_c29tZSBzZWNyZXQgb2YgYSBzZW5kZXI=' })
    const report = await service.check(connection.id, declared)
    expect(report).toMatchObject({ outcome: 'not-checkable', failure: null })
    expect(report.stages.at(-1)).toMatchObject({ outcome: 'skipped', facts: [{ code: 'verifies-webhooks' }] })
  })

  it('V15 says which field cannot be used', async () => {
    const { service, connect } = await vaultBench()
    const { connection } = await connect(PAGE, hmac, { webhookSecret: 'whsec_%%%%' })
    const report = await service.check(connection.id, declared)
    expect(report).toMatchObject({
      outcome: 'failed',
      failure: { code: 'auth-value-invalid', params: { field: 'webhookSecret' } },
    })
    expect(JSON.stringify(report)).not.toContain('%%%%')
  })
})
