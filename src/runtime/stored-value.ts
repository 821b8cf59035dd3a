import { isJsonObject, jsonBytes, shorten, type Json } from '#base'
import type { StoredValue } from '#domain'

/** Bytes of JSON a recorded value may have before it is cut. */
const MAX_BYTES = 262_144
/** What is kept of a value that is cut, in characters. */
const KEPT = 32_768
const KEPT_TEXT = 4096

interface Budget {
  left: number
}

/** The beginning of a value, still JSON: first items, first keys, the start of long texts. */
function beginning(value: Json, budget: Budget): Json {
  if (typeof value === 'string') {
    const text = shorten(value.slice(0, KEPT_TEXT * 2), Math.min(KEPT_TEXT, Math.max(budget.left, 1)))
    budget.left -= text.length
    return text
  }
  budget.left -= 8
  if (Array.isArray(value)) {
    const items: Json[] = []
    for (const item of value as readonly Json[]) {
      if (budget.left <= 0) break
      items.push(beginning(item, budget))
    }
    return items
  }
  if (!isJsonObject(value)) return value
  const members: [string, Json][] = []
  for (const [key, member] of Object.entries(value)) {
    if (budget.left <= 0) break
    budget.left -= key.length
    members.push([key, beginning(member, budget)])
  }
  return Object.fromEntries(members)
}

/** The size of a value as JSON, also where that is longer than any text may be. */
function sizeOf(value: Json): number {
  try {
    return jsonBytes(value)
  } catch (thrown) {
    if (!(thrown instanceof RangeError) || typeof value !== 'object' || value === null) throw thrown
    const separators = (parts: number) => 2 + Math.max(0, parts - 1)
    if (isJsonObject(value)) {
      const members = Object.entries(value)
      return members.reduce(
        (sum, [key, member]) => sum + jsonBytes(key) + 1 + sizeOf(member),
        separators(members.length),
      )
    }
    return value.reduce<number>((sum, item) => sum + sizeOf(item), separators(value.length))
  }
}

/** A value as the trace records it: whole up to 256 KB of JSON, beyond that its beginning, marked `cut`. */
export function storedValue(value: Json): StoredValue {
  const bytes = sizeOf(value)
  return bytes <= MAX_BYTES
    ? { state: 'complete', value, bytes }
    : { state: 'cut', value: beginning(value, { left: KEPT }), bytes }
}
