import type { Problem, Result } from '#base'
import { AuthMethod, type AuthMethodId } from '#domain'
import { attempt, refuse } from './attempt.ts'
import type { Database } from './database.ts'
import { ownerKey } from './credentials.ts'
import { readRows } from './read-rows.ts'

/** Adds or replaces an auth method. */
export function saveAuthMethod(database: Database, method: AuthMethod): Promise<Result<void, Problem>> {
  return attempt(database, async () => {
    await database.authMethods.put(method)
  })
}

/** Deletes an auth method with its credentials. Problem `auth-method-in-use` {name, connections} while a connection has it. */
export function deleteAuthMethod(database: Database, id: AuthMethodId): Promise<Result<void, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', database.authMethods, database.connections, database.credentials, async () => {
      const users = await database.connections.filter((connection) => connection.authMethod === id).count()
      const name = (await authMethodById(database, id))?.name ?? ''
      if (users > 0) refuse('auth-method-in-use', { name, connections: users })
      await database.authMethods.delete(id)
      await database.credentials
        .where('place')
        .startsWith(`${ownerKey({ kind: 'auth-method', authMethod: id })}/`)
        .delete()
    }),
  )
}

/** An auth method; `undefined` when there is none or it cannot be read. */
export async function authMethodById(database: Database, id: AuthMethodId): Promise<AuthMethod | undefined> {
  return AuthMethod.safeParse(await database.authMethods.get(id)).data
}

/** Every auth method; damaged ones apart. */
export async function readAuthMethods(database: Database) {
  return readRows('authMethods', AuthMethod, await database.authMethods.toArray())
}
