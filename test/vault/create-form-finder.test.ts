import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFormFinder } from '../../src/vault/create-form-finder.ts'

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 4, maxLength: 7 })

describe('the form finder', () => {
  it('finds what searching for each form would find', () => {
    fc.assert(
      fc.property(
        fc.array(word, { maxLength: 6 }),
        fc.string({ unit: fc.constantFrom('a', 'b', 'c'), maxLength: 40 }),
        (forms, text) => {
          const starts = [...text].map((_, at) => at).filter((at) => forms.some((form) => text.startsWith(form, at)))
          const found = createFormFinder(forms).occurrences(text)
          expect(found.map(([start]) => start)).toEqual(starts)
          expect(found.every(([start, end]) => forms.includes(text.slice(start, end)))).toBe(true)
        },
      ),
    )
  })

  it('finds the longest beginning at the end, with and without an ellipsis', () => {
    const finder = createFormFinder(['secret-4711', 'ret-4x'])
    expect(finder.beginningAtEnd('my secret-4')).toEqual([3, 11])
    expect(finder.beginningAtEnd('my secret-4…')).toEqual([3, 11])
    expect(finder.beginningAtEnd('my sec')).toBeUndefined()
  })

  it('of nothing finds nothing', () => {
    const finder = createFormFinder([])
    expect([finder.occurrences('anything'), finder.beginningAtEnd('anything')]).toEqual([[], undefined])
  })
})
