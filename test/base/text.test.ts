import { hasLoneSurrogate, shorten } from '#base'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('hasLoneSurrogate', () => {
  it.each([
    ['plain', false],
    ['😀', false],
    ['\uD83D', true],
    ['\uDE00', true],
    ['\uDE00\uD83D', true],
    ['a\uD83D😀', true],
  ])('%j: %s', (text, expected) => {
    expect(hasLoneSurrogate(text)).toBe(expected)
  })
})

describe('shorten', () => {
  it('keeps what fits, and never leaves half a character', () => {
    expect(shorten('abc', 3)).toBe('abc')
    expect(shorten('abcd', 3)).toBe('ab…')
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1, max: 10 }), (text, limit) => {
        const short = shorten(text, limit)
        expect([hasLoneSurrogate(short), [...short].length <= limit]).toEqual([false, true])
      }),
    )
  })
})
