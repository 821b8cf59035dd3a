import fc from 'fast-check'
import { expect, it } from 'vitest'
import { encodeParts } from '../../src/vault/additional-data.ts'

const part = fc.oneof(fc.string(), fc.integer(), fc.constant(null), fc.array(fc.string(), { maxLength: 3 }))
const parts = fc.array(part, { maxLength: 4 })

it('different facts have different bytes, wherever a border between two of them lies', () => {
  fc.assert(
    fc.property(parts, parts, (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b)
      expect(Buffer.from(encodeParts(a)).equals(Buffer.from(encodeParts(b)))).toBe(same)
    }),
  )
  expect([...encodeParts(['ab', 'c'])]).not.toEqual([...encodeParts(['a', 'bc'])])
  expect([...encodeParts([['a'], 'b'])]).not.toEqual([...encodeParts([['a', 'b']])])
  expect([...encodeParts([7])]).not.toEqual([...encodeParts(['7'])])
})
