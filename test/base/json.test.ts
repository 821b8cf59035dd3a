import { isJsonObject, jsonBytes, sameJson, valueAt, type Json } from '#base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const json = () => fc.jsonValue().map((value) => value as Json)

/** The same value with the keys of every object the other way round. */
function reordered(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(reordered)
  if (!isJsonObject(value)) return value
  const entries = Object.entries(value).toReversed()
  return Object.fromEntries(entries.map(([key, item]) => [key, reordered(item)]))
}

describe('sameJson', () => {
  it('does not mind the order of keys', () => {
    fc.assert(
      fc.property(json(), (value) => {
        expect(sameJson(value, reordered(structuredClone(value)))).toBe(true)
      }),
    )
  })

  it.each<[Json | undefined, Json | undefined]>([
    [1, '1'],
    [null, undefined],
    [
      [1, 2],
      [2, 1],
    ],
    [[], {}],
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1 }, { b: 1 }],
    [{ toString: 1 }, { a: 1 }],
    [{ a: { b: [1, { c: null }] } }, { a: { b: [1, { c: false }] } }],
  ])('tells %j from %j', (a, b) => {
    expect([sameJson(a, b), sameJson(b, a)]).toEqual([false, false])
  })
})

describe('valueAt', () => {
  const value: Json = { a: [{ 'b c.d': 1 }], e: 'text' }

  it.each<[readonly (string | number)[], Json | undefined]>([
    [[], value],
    [['a', 0, 'b c.d'], 1],
    [['a', 1], undefined],
    [['a', 'length'], undefined],
    [['e', 0], undefined],
    [['constructor'], undefined],
    [['__proto__', 'toString'], undefined],
  ])('follows %j', (path, expected) => {
    expect(valueAt(value, path)).toEqual(expected)
  })
})

describe('jsonBytes', () => {
  it('counts UTF-8, not characters', () => {
    expect(jsonBytes('aé€😀')).toBe(2 + 1 + 2 + 3 + 4)
  })
})
