import type { ConnectionId } from '#domain'
import { platformLocks } from '#storage'
import type { VaultContext } from '../vault-context.ts'

/**
 * Does something about a connection's tokens while no other request and no other tab does: of many requests one renews,
 * and what a person has just consented to is not overwritten by a renewal that began before.
 */
export async function withTokenLock<T>(
  { database }: Pick<VaultContext, 'database'>,
  connection: ConnectionId,
  work: () => Promise<T>,
): Promise<T> {
  const done: T[] = []
  await platformLocks().request(`${database.name}/token/${connection}`, {}, async () => {
    done.push(await work())
  })
  return done[0] as T
}
