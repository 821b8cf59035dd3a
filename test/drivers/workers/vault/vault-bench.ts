import 'fake-indexeddb/auto'
import { tokenOriginOf, type AuthMethod, type Connection, type StepRequest } from '#domain'
import type { ServerSession } from '#protocol'
import { saveAuthMethod, saveConnection } from '#storage'
import { boundOriginOf } from '#vault'
import { createVaultService } from '../../../../src/drivers/workers/vault/create-vault-service.ts'
import { freshDatabase, sampleAuthMethod, sampleConnection } from '../../../storage/sample.ts'

export const PAGE = 'http://localhost:4400'

export interface BenchOptions {
  readonly fetch?: typeof globalThis.fetch
  readonly session?: ServerSession | null
  readonly origin?: string
}

/** A vault service on a database of its own, with what a test needs to make connections. */
export async function vaultBench(options: BenchOptions = {}) {
  let now = 1_000_000
  const clock = () => (now += 1)
  const database = await freshDatabase(clock)
  const origin = options.origin ?? PAGE
  const service = await createVaultService({
    database,
    fetch: options.fetch ?? globalThis.fetch,
    origin,
    session: options.session ?? null,
    clock,
  })

  /** A connection with an auth method and, when given, sealed secrets. */
  async function connect(
    baseUrl: string,
    method: Partial<AuthMethod> = {},
    secrets?: Readonly<Record<string, string>>,
    parts: Partial<Connection> = {},
  ) {
    const authMethod = sampleAuthMethod(method)
    const connection = sampleConnection(authMethod, { baseUrl, ...parts })
    await saveAuthMethod(database, authMethod)
    await saveConnection(database, connection)
    if (secrets) await enter(connection, secrets)
    return { connection, authMethod, ref: { connection: connection.stableKey } }
  }

  /** Enters test credentials for a connection's present base URL and its method's present token URL. */
  async function enter(connection: Connection, fields: Readonly<Record<string, string>>) {
    const bound = boundOriginOf(connection.baseUrl, origin)
    const method = await database.authMethods.get(connection.authMethod).catch(() => undefined)
    return service.saveCredential({
      owner: { kind: 'connection', connection: connection.id },
      purpose: { kind: 'test-runner' },
      origins: bound.ok ? [bound.value] : [],
      tokenOrigin: method ? tokenOriginOf(method) : null,
      fields,
    })
  }

  return { service, database, connect, enter, advance: (milliseconds: number) => (now += milliseconds), now: () => now }
}

export const getRequest = (url: string, parts: Partial<StepRequest> = {}): StepRequest => ({
  method: 'GET',
  url,
  query: [],
  headers: [],
  body: { kind: 'none' },
  timeoutMs: 5000,
  ...parts,
})
