import { isJsonObject, type Json } from '#base'
import { textValue } from './text-value.ts'

type Pair = readonly [string, string]

function pairsIn(key: Json | undefined, value: Json | undefined): readonly Pair[] {
  if (typeof key !== 'string' || key === '' || value === undefined || value === null) return []
  return Array.isArray(value)
    ? (value as readonly Json[]).flatMap((item) => (item === null ? [] : [[key, textValue(item)] as const]))
    : [[key, textValue(value)]]
}

/**
 * Key/value rows as texts: from `[key, value]` pairs or an object. A row without key or value (missing, null) is left
 * out, a list gives its key once for each item.
 */
export function pairsOf(rows: Json | undefined): readonly Pair[] {
  if (Array.isArray(rows)) {
    return (rows as readonly Json[]).flatMap((row) =>
      Array.isArray(row) ? pairsIn((row as readonly Json[])[0], (row as readonly Json[])[1]) : [],
    )
  }
  return isJsonObject(rows) ? Object.entries(rows).flatMap(([key, value]) => pairsIn(key, value)) : []
}
