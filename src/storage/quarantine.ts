import type { Problem, Result } from '#base'
import { attempt } from './attempt.ts'
import { readAuthMethods } from './auth-methods.ts'
import { readConnections } from './connections.ts'
import { readCredentials } from './credentials.ts'
import type { Database } from './database.ts'
import { live, type Unsubscribe } from './live.ts'
import { readRows, setAside } from './read-rows.ts'
import { PayloadRow, type QuarantineRow } from './rows.ts'

/**
 * Looks for damaged records among those that lists only pass over, and sets them aside. Documents are not among them: a
 * damaged one stays where it is. Runs are looked at when they are listed.
 */
export function collectDamaged(database: Database): Promise<Result<void, Problem>> {
  return attempt(database, async () => {
    const read = await Promise.all([
      readAuthMethods(database),
      readConnections(database),
      readCredentials(database),
      database.payloads.toArray().then((rows) => readRows('payloads', PayloadRow, rows)),
    ])
    await setAside(
      database,
      read.flatMap(({ damaged }) => damaged),
    )
  })
}

/** Calls back with the records that could not be read, as they were found; the last one first. */
export function liveQuarantine(database: Database, onChange: (rows: readonly QuarantineRow[]) => void): Unsubscribe {
  return live(async () => (await database.quarantine.toArray()).toReversed(), onChange)
}

/** Drops a record that was set aside. */
export function deleteQuarantined(database: Database, id: number): Promise<Result<void, Problem>> {
  return attempt(database, () => database.quarantine.delete(id))
}
