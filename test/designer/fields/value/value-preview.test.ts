import { describe, expect, it } from 'vitest'
import { valuePreview } from '../../../../src/designer/fields/value/value-preview.ts'

describe('a value as one line', () => {
  it.each([
    ['a', '"a"'],
    [null, 'null'],
    [{ a: 1, b: [true, 'x'] }, '{a: 1, b: [true, "x"]}'],
    [[], '[]'],
  ])('writes %j as %s', (value, line) => {
    expect(valuePreview(value)).toBe(line)
  })

  it('is cut at its limit, inside texts too', () => {
    expect(valuePreview('x'.repeat(1000), 20)).toHaveLength(20)
    expect(valuePreview([1, 2, 3, 4, 5, 6], 10)).toBe('[1, 2, 3,…')
  })

  it('reads no more of a long list than fits', () => {
    const items = Array.from({ length: 1000 }, (_, index) => index)
    let read = 0
    const counted = new Proxy(items, {
      get: (target, key) => {
        if (typeof key === 'string' && /^\d+$/.test(key)) read += 1
        return Reflect.get(target, key) as unknown
      },
    })
    valuePreview(counted, 40)
    expect(read).toBeLessThan(40)
  })
})
