import { toJson } from '#runtime'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'

describe('toJson', () => {
  it('hands back what is JSON already', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        fc.pre(!JSON.stringify(value).includes('__proto__'))
        expect(toJson(value)).toBe(value)
      }),
    )
  })

  it('leaves out what is no JSON', () => {
    expect(toJson({ a: undefined, b: () => 1, c: Number.NaN, d: [undefined, 1] })).toEqual({ c: null, d: [null, 1] })
    expect(toJson(undefined)).toBeUndefined()
  })

  it('drops a key that would be a prototype, and keeps its namesakes', () => {
    const value = toJson(JSON.parse('{"__proto__":{"admin":true},"constructor":1,"in":{"__proto__":2}}'))
    expect(JSON.stringify(value)).toBe('{"constructor":1,"in":{}}')
  })

  it('refuses what is nested without end', () => {
    expect(() => toJson(JSON.parse(`${'['.repeat(600)}${']'.repeat(600)}`))).toThrow(/levels deep/)
  })
})
