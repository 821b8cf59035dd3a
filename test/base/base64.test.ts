import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromBase64, fromBase64Url, toBase64, toBase64Url } from '#base'

describe('base64', () => {
  it('gives every byte sequence back, in both alphabets', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        expect([...fromBase64(toBase64(bytes))]).toEqual([...bytes])
        expect([...fromBase64Url(toBase64Url(bytes))]).toEqual([...bytes])
        expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'))
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'))
      }),
    )
  })

  it('takes megabytes', () => {
    expect(fromBase64(toBase64(new Uint8Array(3_000_000)))).toHaveLength(3_000_000)
  })

  it('refuses what is no base64', () => {
    expect(() => fromBase64('a*b')).toThrow(/character/i)
  })
})
