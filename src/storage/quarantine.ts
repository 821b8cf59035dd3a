import type { Problem, Result } from '#base'
import { attempt } from './attempt.ts'
import type { Database } from './database.ts'
import { live, type Unsubscribe } from './live.ts'
import type { QuarantineRow } from './rows.ts'

/** Calls back with the records that could not be read, as they were found; the last one first. */
export function liveQuarantine(database: Database, onChange: (rows: readonly QuarantineRow[]) => void): Unsubscribe {
  return live(
    database,
    async () => ({ value: (await database.quarantine.toArray()).toReversed(), damaged: [] }),
    onChange,
  )
}

/** Drops a record that was set aside. */
export function deleteQuarantined(database: Database, id: number): Promise<Result<void, Problem>> {
  return attempt(database, () => database.quarantine.delete(id))
}
