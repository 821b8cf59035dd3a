import { StableKey } from '#domain'
import { stableKeyFor } from '#workspace'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'

it.each([
  ['Production - GitHub', [], 'production-github'],
  ['Größe & Co.', [], 'grosse-co'],
  ['Café №1', [], 'cafe-no1'],
  ['日本', [], 'connection'],
  ['Shop', ['shop'], 'shop-2'],
  ['Shop', ['shop', 'shop-2', 'shop-3'], 'shop-4'],
])('makes of %j beside %j: %s', (name, taken, key) => {
  expect(stableKeyFor(name, new Set(taken))).toBe(key)
})

it('is always a stable key, and never one that is taken', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 60 }), { maxLength: 6 }), (names) => {
      const taken = new Set<string>()
      for (const name of names) {
        const key = stableKeyFor(name, taken)
        expect(StableKey.safeParse(key).success && !taken.has(key)).toBe(true)
        taken.add(key)
      }
    }),
    { numRuns: 50 },
  )
}, 30_000)
