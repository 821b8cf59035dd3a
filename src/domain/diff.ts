import * as z from 'zod'
import type { IntegrationDoc } from './integration.ts'
import type { Json } from '#base'
import { JsonValue } from './json-value.ts'

/** The tables of a document. `root` stands for the fields that are not tables, each a record of its own. */
export const TABLES = ['flows', 'steps', 'slots', 'variables', 'pages', 'notes'] as const
const ROOT_FIELDS = ['name', 'description', 'labels', 'projectId', 'flowOrder', 'pageOrder', 'foreign'] as const

/** One record before and after; a missing side means it was added or removed. */
export const RecordChange = z.strictObject({
  table: z.enum(['root', ...TABLES]),
  id: z.string(),
  before: JsonValue.optional(),
  after: JsonValue.optional(),
})
export type RecordChange = z.infer<typeof RecordChange>

/** What changed between two documents, each record at most once. */
export const DocDiff = z.array(RecordChange)
export type DocDiff = readonly RecordChange[]

type Records = Readonly<Record<string, unknown>>

function changesOf(table: RecordChange['table'], from: Records, to: Records, ids: Iterable<string>): RecordChange[] {
  const changes: RecordChange[] = []
  for (const id of ids) {
    if (from[id] === to[id]) continue
    changes.push({
      table,
      id,
      ...(from[id] === undefined ? {} : { before: from[id] as Json }),
      ...(to[id] === undefined ? {} : { after: to[id] as Json }),
    })
  }
  return changes
}

/** Compares by reference: cheap, and right because operations never mutate a record. */
export function diffDocs(from: IntegrationDoc, to: IntegrationDoc): DocDiff {
  const tables = TABLES.flatMap((table) => {
    if (from[table] === to[table]) return []
    const ids = new Set([...Object.keys(from[table]), ...Object.keys(to[table])])
    return changesOf(table, from[table], to[table], ids)
  })
  return [...changesOf('root', { ...from }, { ...to }, ROOT_FIELDS), ...tables]
}

/** The diff that takes this one back. */
export function invertDiff(diff: DocDiff): DocDiff {
  return diff.map(({ table, id, before, after }) => ({
    table,
    id,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  }))
}

/** The document with a diff's `after` sides put in place; tables the diff does not touch stay the same object. */
export function applyDiff(doc: IntegrationDoc, diff: DocDiff): IntegrationDoc {
  const next: Record<string, unknown> = { ...doc }
  const copied = new Set<string>()
  for (const { table, id, after } of diff) {
    if (table !== 'root' && !copied.has(table)) {
      next[table] = { ...doc[table] }
      copied.add(table)
    }
    const records = table === 'root' ? next : (next[table] as Record<string, unknown>)
    if (after === undefined) delete records[id]
    else records[id] = after
  }
  return next as IntegrationDoc
}
