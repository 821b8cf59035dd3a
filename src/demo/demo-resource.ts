import type { Json, JsonObject } from '#base'
import type * as z from 'zod'
import { fieldText } from './field-text.ts'
import type { SeededRandom } from './seeded-random.ts'

/** A record of the demo API: plain JSON with an id. */
export type DemoRecord = JsonObject & { readonly id: number | string }

/** All records of the demo API by resource name. */
export type DemoTables = Readonly<Record<string, readonly DemoRecord[]>>

/** Why a well-formed write does not fit the other records. */
export interface DemoObjection {
  readonly status: 409 | 422
  readonly code: string
  readonly field: string
}

/** A schema of written fields; optional ones may be missing. */
export type DemoFields = z.ZodType<{ readonly [field: string]: Json | undefined }>

/** What may be written to a resource, and how. */
export interface DemoWriting {
  /** Fields of a new record, with their defaults. */
  readonly draft: DemoFields
  /** Fields that may change later. */
  readonly patch: DemoFields
  /** Fields that follow from others; called after every write. */
  readonly derive: (record: DemoRecord) => DemoRecord
  readonly objectionTo: (record: DemoRecord, tables: DemoTables) => DemoObjection | null
  readonly objectionToDelete: (record: DemoRecord, tables: DemoTables) => DemoObjection | null
}

/** One collection of the demo API. */
export interface DemoResource {
  readonly name: string
  /** Fields a list can be filtered and sorted by. */
  readonly fields: readonly string[]
  readonly seed: (random: SeededRandom) => readonly DemoRecord[]
  /** Null for a collection that is only read. */
  readonly writing: DemoWriting | null
}

/** The record with this id in a table; ids are compared as they appear in a path. */
export function recordById(tables: DemoTables, name: string, id: Json | undefined): DemoRecord | undefined {
  return tables[name]?.find((record) => String(record.id) === fieldText(id))
}
