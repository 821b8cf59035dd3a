import { ok, problem, type Problem } from '#base'
import type { AuthMethodId, Catalog, ConnectionId, CredentialOwner, Failure } from '#domain'
import type { WorkersDriver } from '#drivers/workers'
import {
  deleteAuthMethod,
  deleteConnection,
  liveWorkspace,
  saveAuthMethod,
  saveConnection,
  type Database,
} from '#storage'
import type { WorkspacePort } from '#workbench'

const TEST_RUNNER = { kind: 'test-runner' } as const
/** What an auth method holds is the organization's, whoever uses it. */
const ORGANIZATION = { kind: 'organization' } as const

const ownerOf = (connection: ConnectionId): CredentialOwner => ({ kind: 'connection', connection })
const methodOwner = (authMethod: AuthMethodId): CredentialOwner => ({ kind: 'auth-method', authMethod })

const problemOf = ({ code, params, at }: Failure): Problem => problem(code, params, at)

/** Connections in this browser's database, their secrets through the vault worker. */
export function createWorkspacePort(database: Database, driver: WorkersDriver, catalog: Catalog): WorkspacePort {
  return {
    watch: (onChange) => liveWorkspace(database, (stored) => onChange({ ...stored, connectors: {} })),
    saveConnection: (connection) => saveConnection(database, connection),
    deleteConnection: (id) => deleteConnection(database, id),
    saveAuthMethod: (method) => saveAuthMethod(database, method),
    deleteAuthMethod: async (id) => {
      const removed = await driver.deleteCredential(methodOwner(id), ORGANIZATION)
      return removed.ok ? deleteAuthMethod(database, id) : removed
    },
    saveMethodSecrets: (method, origins, secrets) =>
      driver.saveCredential({
        owner: methodOwner(method),
        purpose: ORGANIZATION,
        origins: [...origins],
        fields: secrets,
        keepOthers: true,
      }),
    deleteMethodSecrets: (method) => driver.deleteCredential(methodOwner(method), ORGANIZATION),
    saveTestCredentials: (connection, bounds, secrets, keepOthers = false) =>
      driver.saveCredential({
        owner: ownerOf(connection),
        purpose: TEST_RUNNER,
        ...bounds,
        fields: secrets,
        keepOthers,
      }),
    deleteTestCredentials: (connection) => driver.deleteCredential(ownerOf(connection), TEST_RUNNER),
    check: async (id) => {
      const connection = await database.connections.get(id)
      const check = connection && catalog.connector(connection.connector)?.check
      return driver.check(id, check ?? null)
    },
    probe: async (url, method, headerNames) => {
      const found = await driver.probe(url, method, headerNames)
      return found.ok ? ok(found.value) : { ok: false, error: problemOf(found.error) }
    },
  }
}
