import { isJsonObject } from '#base'
import { literal, type FieldRow, type InputValue } from '#domain'

/** The rows of a value; an object given as JSON is shown as rows too. */
export function rowsOf(value: InputValue | undefined): readonly FieldRow[] {
  if (value?.kind === 'fields') return value.rows
  if (value?.kind !== 'literal' || !isJsonObject(value.value)) return []
  return Object.entries(value.value).map(([key, inner]) => ({ key, value: literal(inner) }))
}

/** The first key that is used twice, or null. Rows without a key are not there yet. */
export function repeatedKey(rows: readonly FieldRow[]): string | null {
  const seen = new Set<string>()
  for (const { key } of rows) {
    if (key !== '' && seen.has(key)) return key
    seen.add(key)
  }
  return null
}
