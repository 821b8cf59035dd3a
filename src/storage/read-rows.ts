import { problem, type Problem } from '#base'
import type * as z from 'zod'
import type { Database } from './database.ts'

/** A row that does not parse, as it was found. */
export interface DamagedRow {
  readonly table: string
  readonly key: string
  readonly problem: Problem
  readonly raw: unknown
  /** Whether a row is damaged in such a way; another tab may have written over it since. */
  readonly isDamaged: (row: unknown) => boolean
}

/** The rows that parse, and those that do not. */
export interface ReadRows<T> {
  readonly rows: readonly T[]
  readonly damaged: readonly DamagedRow[]
}

const placeOf = (error: z.ZodError): string => (error.issues[0]?.path ?? []).join('.')

/** Parses rows one by one: a damaged one does not take others with it. */
export function readRows<T>(
  table: string,
  schema: z.ZodType<T>,
  raw: readonly unknown[],
  keyOf: (row: unknown) => string = idOf,
): ReadRows<T> {
  const rows: T[] = []
  const damaged: DamagedRow[] = []
  for (const row of raw) {
    const parsed = schema.safeParse(row)
    if (parsed.success) rows.push(parsed.data)
    else {
      const key = keyOf(row)
      damaged.push({
        table,
        key,
        raw: row,
        isDamaged: (other) => !schema.safeParse(other).success,
        problem: problem('record-damaged', { table, key }, { path: placeOf(parsed.error) }),
      })
    }
  }
  return { rows, damaged }
}

function idOf(row: unknown): string {
  return typeof row === 'object' && row !== null && 'id' in row ? String(row.id) : ''
}

/**
 * Moves damaged rows out of their tables into quarantine, where they can be looked at and exported: as they are then, and
 * only what is still damaged.
 */
export async function setAside(database: Database, damaged: readonly DamagedRow[]): Promise<void> {
  if (damaged.length === 0 || database.readOnly) return
  const tables = [...new Set(damaged.map(({ table }) => table))]
  await database.transaction('rw', [...tables, 'quarantine'], async () => {
    for (const { table, key, problem: wrong, isDamaged } of damaged) {
      const raw: unknown = await database.table(table).get(key)
      if (raw === undefined || !isDamaged(raw)) continue
      await database.quarantine.add({ table, key, problem: wrong, raw, at: database.clock() })
      await database.table(table).delete(key)
    }
  })
}
