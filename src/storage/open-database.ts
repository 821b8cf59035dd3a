import { err, ok, type Problem, type Result } from '#base'
import { storageProblem } from './attempt.ts'
import { Database, DATABASE_VERSION } from './database.ts'

export interface OpenOptions {
  /** Milliseconds since the epoch. */
  readonly clock?: () => number
  /** Called when a newer version of Patchbay, in another tab, wants to change the tables: this one is closed. */
  readonly onOutdated?: () => void
}

/**
 * Opens the database of this origin, or makes it. One that a newer version has written opens read-only (`readOnly`).
 * Fails with `storage-failed` where the browser allows none.
 */
export async function openDatabase(name: string, options: OpenOptions = {}): Promise<Result<Database, Problem>> {
  const database = new Database(name, options.clock ?? Date.now)
  database.on('versionchange', () => {
    database.readOnly = true
    database.close()
    options.onOutdated?.()
  })
  try {
    await database.open()
  } catch (error) {
    return err(storageProblem(error))
  }
  // Dexie opens a newer database with its own tables; writing there could break what the newer version relies on.
  database.readOnly = database.backendDB().version > DATABASE_VERSION * 10
  return ok(database)
}

/** Asks the browser not to drop this origin's data when space is short. Whether it will is its own decision. */
export async function requestPersistence(): Promise<boolean> {
  if (typeof navigator === 'undefined' || navigator.storage?.persist === undefined) return false
  return (await navigator.storage.persisted()) || navigator.storage.persist()
}
