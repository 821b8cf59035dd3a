import type { Json } from '#base'

const MAX_DEPTH = 500

/** Thrown when a value is nested too deeply to be recorded, compared or sent to another worker. */
export class TooDeepError extends Error {
  constructor() {
    super(`a value is nested more than ${MAX_DEPTH} levels deep`)
  }
}

/** Thrown when a value holds more values than it may, each counted as often as it is in it. */
export class TooLargeError extends Error {
  readonly limit: number

  constructor(limit: number) {
    super(`a value holds more than ${limit} values`)
    this.limit = limit
  }
}

/** Says which objects stand for no value: JSONata's functions are objects. */
type IsNothing = (value: object) => boolean

interface Conversion {
  readonly isNothing: IsNothing
  readonly most: number
  /** Values met so far. */
  met: number
}

function arrayOf(value: readonly unknown[], depth: number, conversion: Conversion): Json {
  const items = value.map((item) => convert(item, depth, conversion) ?? null)
  const same = Object.keys(value).length === value.length && items.every((item, index) => Object.is(item, value[index]))
  return same ? (value as readonly Json[]) : items
}

function objectOf(value: Readonly<Record<string, unknown>>, depth: number, conversion: Conversion): Json {
  const prototype: unknown = Object.getPrototypeOf(value)
  let same = prototype === Object.prototype || prototype === null
  const entries: [string, Json][] = []
  for (const key of Object.keys(value)) {
    const member = key === '__proto__' ? undefined : convert(value[key], depth, conversion)
    if (member !== undefined) entries.push([key, member])
    same &&= member !== undefined && Object.is(member, value[key])
  }
  return same ? (value as Json) : Object.fromEntries(entries)
}

function convert(value: unknown, depth: number, conversion: Conversion): Json | undefined {
  conversion.met += 1
  if (conversion.met > conversion.most) throw new TooLargeError(conversion.most)
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return value
    case 'number':
      return Number.isFinite(value) ? value : null
    case 'object':
      if (value === null) return null
      if (conversion.isNothing(value)) return undefined
      if (depth >= MAX_DEPTH) throw new TooDeepError()
      if (Array.isArray(value)) return arrayOf(value, depth + 1, conversion)
      return objectOf(value as Readonly<Record<string, unknown>>, depth + 1, conversion)
    default:
      return undefined
  }
}

/**
 * What of a value is JSON: functions and `undefined` are left out of objects and null in arrays, numbers that are none
 * are null, and the key `__proto__` is dropped. A value that is JSON already is handed back as it is. Throws
 * `TooDeepError`, and `TooLargeError` beyond `most` values: one that is in a value often is written out as often.
 */
export const toJson = (
  value: unknown,
  isNothing: IsNothing = () => false,
  most: number = Number.POSITIVE_INFINITY,
): Json | undefined => convert(value, 0, { isNothing, most, met: 0 })
