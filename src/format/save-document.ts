import { isJsonObject, type Json } from '#base'
import type { IntegrationDoc } from '#domain'
import { DOCUMENT_FORMAT, FORMAT_KEY } from './document-format.ts'

/** Keys that come first in an object, so that a file reads well; all others follow in their own order, sorted. */
const FIRST = [FORMAT_KEY, 'schemaVersion', 'id', 'kind', 'type', 'name', 'description']

const rankOf = (key: string): number => {
  const rank = FIRST.indexOf(key)
  return rank === -1 ? FIRST.length : rank
}

const byRank = (a: string, b: string): number => rankOf(a) - rankOf(b) || (a < b ? -1 : a > b ? 1 : 0)

/** JSON that a person wrote keeps the order it was written in. */
const isOwnJson = (holder: { readonly [key: string]: Json }, key: string): boolean =>
  key === 'foreign' || key === 'raw' || key === 'default' || (key === 'value' && holder['kind'] === 'literal')

function ordered(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(ordered)
  if (!isJsonObject(value)) return value
  const keys = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .toSorted(byRank)
  return Object.fromEntries(
    keys.map((key) => [key, isOwnJson(value, key) ? value[key] : ordered(value[key] ?? null)]),
  ) as Json
}

/**
 * A document as the text of a file: JSON with a fixed order of keys, so that versions can be compared line by line.
 * Holds no secret, because a document holds none. `loadDocument` gives the same document back.
 */
export function saveDocument(doc: IntegrationDoc): string {
  const file = { [FORMAT_KEY]: DOCUMENT_FORMAT, ...doc } as unknown as Json
  return `${JSON.stringify(ordered(file), null, 2)}\n`
}
