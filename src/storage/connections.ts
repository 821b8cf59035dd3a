import type { Problem, Result } from '#base'
import { Connection, type ConnectionId, type StableKey } from '#domain'
import { attempt, refuse } from './attempt.ts'
import type { Database } from './database.ts'
import { ownerKey } from './credentials.ts'
import { readRows } from './read-rows.ts'

/** Adds or replaces a connection. Problem `stable-key-taken` {key} when another connection has its stable key. */
export function saveConnection(database: Database, connection: Connection): Promise<Result<void, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', database.connections, async () => {
      const holder = await database.connections.where('stableKey').equals(connection.stableKey).first()
      if (holder && holder.id !== connection.id) refuse('stable-key-taken', { key: connection.stableKey })
      await database.connections.put(connection)
    }),
  )
}

/** Deletes a connection together with its credentials. */
export function deleteConnection(database: Database, id: ConnectionId): Promise<Result<void, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', database.connections, database.credentials, async () => {
      await database.connections.delete(id)
      await database.credentials
        .where('place')
        .startsWith(`${ownerKey({ kind: 'connection', connection: id })}/`)
        .delete()
    }),
  )
}

/** The connection a stable key names; `undefined` when there is none or it cannot be read. */
export async function connectionByKey(database: Database, key: StableKey): Promise<Connection | undefined> {
  return Connection.safeParse(await database.connections.where('stableKey').equals(key).first()).data
}

/** Every connection; damaged ones apart. */
export async function readConnections(database: Database) {
  return readRows('connections', Connection, await database.connections.toArray())
}
