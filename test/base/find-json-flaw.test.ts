import { findJsonFlaw } from '#base'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** Where the engine says that reading stopped, if it does. */
function toldBy(text: string): number | undefined {
  try {
    JSON.parse(text)
  } catch (error) {
    const position = /at position (\d+)/.exec(String(error))?.[1]
    return position === undefined ? undefined : Number(position)
  }
  return undefined
}

/** JSON with something taken out, put in or exchanged. */
const nearJson = fc
  .tuple(fc.json({ maxDepth: 2 }), fc.nat(), fc.nat(2), fc.constantFrom(...'{}[]",:\\u0-.eEx tn\n\u0000é'.split('')))
  .map(([json, place, taken, put]) => {
    const at = place % (json.length + 1)
    return json.slice(0, at) + put + json.slice(at + taken)
  })

describe('findJsonFlaw', () => {
  it.each([
    ['{"a":1,"b":x}', 11],
    ['<html>', 0],
    ['', 0],
    ['  ', 2],
    ['{"a":1,}', 7],
    ['{"a":1}\n{"a":2}\n', 8],
    ['callback({"a":1})', 0],
    ['[1,2', 4],
    ['[1,]', 3],
    ['{"a" 1}', 5],
    ["{'a':1}", 1],
    ['[1}', 2],
    ['01', 1],
    ['1.', 2],
    ['1.x', 2],
    ['-', 1],
    ['[1e+]', 4],
    ['nul', 3],
    ['nuLl', 2],
    ['NaN', 0],
    ['"a\nb"', 2],
    ['"a\\xb"', 3],
    ['"\\u12g4"', 5],
    ['"abc', 4],
    ['{"a":1}}', 7],
  ])('tells that %j breaks at %i', (text, position) => {
    expect(findJsonFlaw(text)).toEqual({ kind: 'syntax', position })
  })

  it('takes for JSON what the engine does', () => {
    const texts = fc.oneof(fc.json({ maxDepth: 2 }), nearJson, fc.string({ unit: 'binary' }))
    fc.assert(
      fc.property(texts, (text) => {
        expect(findJsonFlaw(text) === null).toBe(isJson(text))
      }),
    )
  })

  it('stops where the engine does, as far as that says', () => {
    fc.assert(
      fc.property(nearJson, (text) => {
        const told = toldBy(text)
        fc.pre(told !== undefined)
        expect(findJsonFlaw(text)?.position).toBe(told)
      }),
    )
  })

  it('tells where it nests too deep, and that it breaks where it does so before', () => {
    expect(findJsonFlaw('[[[1]]]', 3)).toBeNull()
    expect(findJsonFlaw('[[{"a":[1]}]]', 3)).toEqual({ kind: 'depth', position: 7 })
    expect(findJsonFlaw('x[[[[', 3)).toEqual({ kind: 'syntax', position: 0 })
    expect(findJsonFlaw('['.repeat(1_000_000), 500)).toEqual({ kind: 'depth', position: 500 })
  })

  it('has no trouble with texts of megabytes', () => {
    expect(findJsonFlaw(JSON.stringify({ text: 'x'.repeat(1_000_000), list: Array(100_000).fill(0) }))).toBeNull()
    expect(findJsonFlaw('['.repeat(1_000_000))).toEqual({ kind: 'syntax', position: 1_000_000 })
  })
})
