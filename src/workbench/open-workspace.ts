import { ok, problem, type Problem, type Result } from '#base'
import {
  createCatalog,
  credentialSourceOf,
  EMPTY_WORKSPACE,
  methodOrigins,
  tokenOriginOf,
  type AuthMethod,
  type Connection,
  type ConnectionId,
  type Connector,
  type CredentialBounds,
} from '#domain'
import { createStore, type StoreApi } from 'zustand'
import type { Unsubscribe, WorkbenchPorts, WorkspacePort } from './ports.ts'
import type { AuthMethodSubmission, ConnectionTest, WorkspaceState } from './workspace-state.ts'

/** The workspace as screens see it, kept live by the host. */
export interface LiveWorkspace {
  readonly store: StoreApi<WorkspaceState>
  readonly close: Unsubscribe
}

/** Follows the stored workspace. `builtin` connectors are code and therefore always there. */
export function openWorkspace(ports: WorkbenchPorts, builtin: readonly Connector[]): LiveWorkspace {
  const { workspace: port } = ports
  const builtinByKey = Object.fromEntries(builtin.map((connector) => [connector.key, connector]))
  const store = createStore<WorkspaceState>()((set, get) => ({
    ready: false,
    workspace: { ...EMPTY_WORKSPACE, connectors: builtinByKey },
    catalog: createCatalog(builtin),
    saveAuthMethod: (submission) => saveMethod(port, submission),
    saveConnection: async (submission) => {
      const { connection, authMethod, methodSecrets = null, secrets, keepsSecrets = false } = submission
      const method = authMethod ?? get().workspace.authMethods[connection.authMethod]
      if (method && (authMethod || methodSecrets)) {
        const saved = await saveMethod(port, { authMethod: method, methodSecrets })
        if (!saved.ok) return saved
      }
      const saved = await port.saveConnection(connection)
      if (!saved.ok) return saved
      if (secrets) {
        const sealed = await port.saveTestCredentials(
          connection.id,
          boundsOf(connection, method, ports.demo.baseUrl),
          secrets,
          keepsSecrets,
        )
        if (!sealed.ok) return sealed
      }
      const isFetched = method !== undefined && methodSecrets !== null && credentialSourceOf(method) === 'fetched'
      // Not waited for: what was saved is saved, whatever the API says.
      if ((secrets || isFetched) && submission.skipsTest !== true) void get().check(connection.id, 'save')
      return ok(connection)
    },
    saveTestCredentials: async (id, secrets) => {
      const connection = get().workspace.connections[id]
      if (!connection) return { ok: false, error: problem('connection-missing', {}, { connection: id }) }
      const method = get().workspace.authMethods[connection.authMethod]
      const saved = await port.saveTestCredentials(id, boundsOf(connection, method, ports.demo.baseUrl), secrets)
      if (!saved.ok) return saved
      void get().check(id, 'save')
      return ok(undefined)
    },
    deleteConnection: async (id: ConnectionId) => {
      const removed = await port.deleteTestCredentials(id)
      return removed.ok ? port.deleteConnection(id) : removed
    },
    tests: {},
    check: async (id, startedBy = 'person') => {
      const begun: ConnectionTest = { report: null, startedBy }
      const put = (test: ConnectionTest) => set(({ tests }) => ({ tests: { ...tests, [id]: test } }))
      put(begun)
      const report = await port.check(id)
      // One that began later may be with other credentials: this one is no longer told.
      if (get().tests[id] === begun) put({ report, startedBy })
      return report
    },
    probe: port.probe,
  }))
  const close = port.watch((workspace) => {
    const connectors = { ...workspace.connectors, ...builtinByKey }
    const known = store.getState()
    const same = Object.keys(connectors).length === Object.keys(known.workspace.connectors).length
    store.setState({
      ready: true,
      workspace: { ...workspace, connectors: same ? known.workspace.connectors : connectors },
      ...(same ? {} : { catalog: createCatalog(Object.values(connectors)) }),
    })
  })
  return { store, close }
}

/** Saves an auth method, then what is its own to seal: a secret never stays without the record that says where it may go. */
async function saveMethod(
  port: WorkspacePort,
  { authMethod, methodSecrets, forgetsSecrets = false }: AuthMethodSubmission,
): Promise<Result<AuthMethod, Problem>> {
  const saved = await port.saveAuthMethod(authMethod)
  if (!saved.ok) return saved
  if (methodSecrets) {
    const sealed = await port.saveMethodSecrets(authMethod.id, methodOrigins(authMethod), methodSecrets)
    return sealed.ok ? ok(authMethod) : sealed
  }
  const forgotten = forgetsSecrets ? await port.deleteMethodSecrets(authMethod.id) : ok(undefined)
  return forgotten.ok ? ok(authMethod) : forgotten
}

/**
 * Where a connection's secrets may be sent: to its base URL, which stands below where the application is served when it
 * begins with a slash, and to where its auth method asks for tokens.
 */
function boundsOf(
  { baseUrl }: Pick<Connection, 'baseUrl'>,
  method: AuthMethod | undefined,
  served: string,
): CredentialBounds {
  return {
    origins: URL.canParse(baseUrl, served) ? [new URL(baseUrl, served).origin] : [],
    tokenOrigin: method ? tokenOriginOf(method) : null,
  }
}
