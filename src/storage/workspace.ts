import type { CredentialInfo, Workspace } from '#domain'
import { readAuthMethods } from './auth-methods.ts'
import { readConnections } from './connections.ts'
import { readCredentials } from './credentials.ts'
import type { Database } from './database.ts'
import { live, type Unsubscribe } from './live.ts'

/** What is stored of a workspace; built-in connectors are code. */
export type StoredWorkspace = Omit<Workspace, 'connectors'>

const byId = <T extends { readonly id: string }>(records: readonly T[]): Readonly<Record<string, T>> =>
  Object.fromEntries(records.map((record) => [record.id, record]))

async function readWorkspace(database: Database) {
  const [authMethods, connections, credentials] = await Promise.all([
    readAuthMethods(database),
    readConnections(database),
    readCredentials(database),
  ])
  const infos = credentials.rows.map(({ sealed: _, ...info }): CredentialInfo => info)
  return { authMethods: byId(authMethods.rows), connections: byId(connections.rows), credentials: byId(infos) }
}

/** Calls back with the workspace now and after every change. Credentials come without their sealed bytes. */
export function liveWorkspace(database: Database, onChange: (workspace: StoredWorkspace) => void): Unsubscribe {
  return live(() => readWorkspace(database), onChange)
}
