import { sameJson, type Json } from '#base'
import type { DocDiff, RecordChange } from './diff.ts'
import type { IntegrationDoc } from './integration.ts'

const keyOf = ({ table, id }: RecordChange): string => `${table}/${id}`

const withSides = ({ table, id }: RecordChange, before: Json | undefined, after: Json | undefined): RecordChange => ({
  table,
  id,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
})

/** One diff that does what two do one after the other; records that end as they began drop out. */
export function mergeDiffs(first: DocDiff, second: DocDiff): DocDiff {
  const merged = new Map(first.map((change) => [keyOf(change), change]))
  for (const change of second) {
    const earlier = merged.get(keyOf(change))
    merged.set(keyOf(change), earlier ? withSides(change, earlier.before, change.after) : change)
  }
  return [...merged.values()].filter(({ before, after }) => !sameJson(before, after))
}

/** Whether a document holds exactly what a diff says it changes. */
export function diffFits(doc: IntegrationDoc, diff: DocDiff): boolean {
  return diff.every(({ table, id, before }) => {
    const records = (table === 'root' ? doc : doc[table]) as Readonly<Record<string, Json | undefined>>
    return sameJson(Object.hasOwn(records, id) ? records[id] : undefined, before)
  })
}
