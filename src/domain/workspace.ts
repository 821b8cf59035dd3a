import type { AuthMethod, Connection } from './connection.ts'
import type { Connector } from './connector.ts'
import type { CredentialInfo } from './credential.ts'

/** What stands beside the documents, as plain tables by id (connectors by key): what pages, `validate` and planners read. */
export interface Workspace {
  readonly connectors: Readonly<Record<string, Connector>>
  readonly authMethods: Readonly<Record<string, AuthMethod>>
  readonly connections: Readonly<Record<string, Connection>>
  readonly credentials: Readonly<Record<string, CredentialInfo>>
}

/** A workspace with nothing in it. */
export const EMPTY_WORKSPACE: Workspace = { connectors: {}, authMethods: {}, connections: {}, credentials: {} }
