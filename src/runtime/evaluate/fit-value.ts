import { err, isJsonObject, ok, type Json, type Result } from '#base'
import type { Failure, InputSpec } from '#domain'
import { failure } from '../failure.ts'
import { kindOf } from './scope.ts'

/** What of an input's declaration decides how a value is taken. */
export interface ValueSpec {
  readonly type: InputSpec['type']
  /** `fields` only: keys may repeat, so the value is `[key, value]` pairs in order instead of an object. */
  readonly repeatable?: boolean | undefined
}

const NUMBER = /^\s*[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?\s*$/

const mismatch = (spec: ValueSpec, value: Json): Result<never, Failure> =>
  err(failure('input-type', { expected: spec.type, actual: kindOf(value) }))

/** `[key, value]` pairs of an object, of pairs, or of `{key, value}` objects; `undefined` when it is none of these. */
function pairsIn(value: Json): readonly (readonly [string, Json])[] | undefined {
  if (isJsonObject(value)) return Object.entries(value)
  if (!Array.isArray(value)) return undefined
  const pairs = (value as readonly Json[]).map((row): readonly [string, Json] | undefined => {
    const [key, member] = Array.isArray(row)
      ? (row as readonly Json[])
      : isJsonObject(row)
        ? [row['key'], row['value']]
        : []
    return typeof key === 'string' ? [key, member ?? null] : undefined
  })
  return pairs.every((pair) => pair !== undefined) ? pairs : undefined
}

function fieldsOf(value: Json, spec: ValueSpec): Result<Json, Failure> {
  const pairs = pairsIn(value)
  if (!pairs) return mismatch(spec, value)
  return ok(spec.repeatable === true ? pairs : Object.fromEntries(pairs.filter(([key]) => key !== '__proto__')))
}

/** Takes a value as an input's type wants it; conversions lose nothing, anything else is `input-type`. */
export function fitValue(value: Json, spec: ValueSpec): Result<Json, Failure> {
  switch (spec.type) {
    case 'text':
    case 'code':
      if (value === null || typeof value === 'string') return ok(value)
      return ok(JSON.stringify(value))
    case 'number':
      if (value === null || typeof value === 'number') return ok(value)
      if (value === '') return ok(null)
      return typeof value === 'string' && NUMBER.test(value) ? ok(Number(value)) : mismatch(spec, value)
    case 'boolean':
      if (value === null || typeof value === 'boolean') return ok(value)
      if (value === 'true' || value === 'false') return ok(value === 'true')
      return value === '' ? ok(null) : mismatch(spec, value)
    case 'list':
      if (value === null) return ok([])
      return ok(Array.isArray(value) ? value : [value])
    case 'fields':
      return value === null ? ok(spec.repeatable === true ? [] : {}) : fieldsOf(value, spec)
    case 'json':
    case 'choice':
      return ok(value)
  }
}
