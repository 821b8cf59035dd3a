import { unfitContent } from '#domain'
import { describe, expect, it } from 'vitest'

const codeOf = (input: unknown, bounds = {}) => unfitContent(input, bounds)?.code

describe('content that no document may hold', () => {
  it.each([
    [
      'infinity, as which JSON text like 1e999 is read',
      JSON.parse('{"a":[{"limit":-1e999}]}'),
      'content-number',
      'a.0.limit',
    ],
    ['what is not a number', { a: Number.NaN }, 'content-number', 'a'],
    ['half a character', { a: ['\uD83D'] }, 'content-half-character', 'a.0'],
    ['a key of JavaScript’s own', JSON.parse('{"a":{"__proto__":1}}'), 'content-forbidden-key', 'a'],
    ['a key that holds half a character', { '\uD83D': 1 }, 'content-half-character', ''],
  ])('is %s', (_what, input, code, path) => {
    expect(unfitContent(input)).toMatchObject({ code, at: { path } })
  })

  it('is what nests deeper than the limit', () => {
    expect(codeOf([[1]], { limit: 1 })).toBe('content-too-deep')
    expect(codeOf([[1]], { limit: 2 })).toBeUndefined()
  })

  it('is not a word that only names something in a person’s own JSON', () => {
    const input = { constructor: 'Ferrari' }
    expect(codeOf(input)).toBe('content-forbidden-key')
    expect(codeOf(input, { own: true })).toBeUndefined()
    expect(codeOf({ kind: 'literal', value: input })).toBeUndefined()
    expect(codeOf(JSON.parse('{"__proto__":1}'), { own: true })).toBe('content-forbidden-key')
  })

  it('is no number that JSON has', () => {
    expect(codeOf([0, -1.5, 1e308, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER])).toBeUndefined()
  })
})
