import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeBetween } from '../../../../src/designer/fields/code/outside-change.ts'

it('the change between two texts makes the one out of the other', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b'), maxLength: 12 })
  fc.assert(
    fc.property(text, text, (before, after) => {
      const { from, to, insert } = changeBetween(before, after)
      expect(before.slice(0, from) + insert + before.slice(to)).toBe(after)
    }),
  )
})

it('leaves alone what both have, so that the cursor stays', () => {
  expect(changeBetween('hello world', 'hello big world')).toEqual({ from: 6, to: 6, insert: 'big ' })
})
