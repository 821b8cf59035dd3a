import { err, ok, problem, type JsonObject, type Problem, type Result } from '#base'
import type { Migration } from './migration.ts'

/** A document of the current version, and the version it came in where that was another. */
export interface Migrated {
  readonly doc: JsonObject
  readonly migratedFrom: number | null
}

/**
 * Brings a document to version `current`. `document-unknown-format` when it has no version, `document-too-new` when this
 * build does not know it, `document-migration-failed` when a migration is missing or fails.
 */
export function migrateDocument(
  doc: JsonObject,
  migrations: readonly Migration[],
  current: number,
): Result<Migrated, Problem> {
  const version = doc['schemaVersion']
  const at = { path: 'schemaVersion' }
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return err(problem('document-unknown-format', {}, at))
  }
  if (version > current) return err(problem('document-too-new', { version, supported: current }, at))
  let migrated = doc
  for (let from = version; from < current; from += 1) {
    const step = migrations.find((migration) => migration.from === from)
    try {
      if (!step) return err(problem('document-migration-failed', { version: from }, at))
      migrated = { ...step.migrate(migrated), schemaVersion: from + 1 }
    } catch {
      return err(problem('document-migration-failed', { version: from }, at))
    }
  }
  return ok({ doc: migrated, migratedFrom: version === current ? null : version })
}
