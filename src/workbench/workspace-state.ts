import type { Problem, Result } from '#base'
import type { AuthMethod, Catalog, Connection, ConnectionCheck, ConnectionId, Workspace } from '#domain'
import type { WorkspacePort } from './ports.ts'

/** An auth method to save; its own secrets go straight to the vault worker. */
export interface AuthMethodSubmission {
  readonly authMethod: AuthMethod
  /** Its own secret fields by key; null leaves what is set as it is. */
  readonly methodSecrets: Readonly<Record<string, string>> | null
  /** What is sealed is no longer good for it, and goes. */
  readonly forgetsSecrets?: boolean
}

/** What the connection form hands over. Secrets go straight to the vault worker and are kept nowhere here. */
export interface ConnectionSubmission {
  readonly connection: Connection
  /** The auth method when it is new, or was changed. */
  readonly authMethod: AuthMethod | null
  /** The auth method's own secret fields by key; left out or null leaves what is set as it is. */
  readonly methodSecrets?: Readonly<Record<string, string>> | null
  /** The secret fields by key; null leaves what is set as it is. */
  readonly secrets: Readonly<Record<string, string>> | null
  /** Secrets that are set and not among `secrets` stay, while they are bound to the same origin. Left out: they go. */
  readonly keepsSecrets?: boolean
  /** Nobody entered the credentials, so nobody wonders whether they are right: they are not tested after saving. */
  readonly skipsTest?: boolean
}

/** A test of a connection, the latest there was. */
export interface ConnectionTest {
  /** null: it is under way. */
  readonly report: ConnectionCheck | null
  /** `save`: it began by itself, because credentials were saved; nobody may be looking. */
  readonly startedBy: 'person' | 'save'
}

/** What stands beside the documents, live, and every way to change it. */
export interface WorkspaceState {
  readonly ready: boolean
  readonly workspace: Workspace
  readonly catalog: Catalog
  readonly saveConnection: (submission: ConnectionSubmission) => Promise<Result<Connection, Problem>>
  readonly saveAuthMethod: (submission: AuthMethodSubmission) => Promise<Result<AuthMethod, Problem>>
  readonly saveTestCredentials: (
    connection: ConnectionId,
    secrets: Readonly<Record<string, string>>,
  ) => Promise<Result<void, Problem>>
  readonly deleteConnection: (id: ConnectionId) => Promise<Result<void, Problem>>
  /** The latest test of each connection, since the page was opened. */
  readonly tests: Readonly<Record<ConnectionId, ConnectionTest>>
  /** Tests a connection. Saving credentials does it too. */
  readonly check: (id: ConnectionId, startedBy?: ConnectionTest['startedBy']) => Promise<ConnectionCheck>
  readonly probe: WorkspacePort['probe']
}
