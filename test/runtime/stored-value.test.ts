import type { Json } from '#base'
import { storedValue } from '#runtime'
import { afterEach, describe, expect, it, vi } from 'vitest'

/** As if no text could be longer than this. */
function withLongestText(characters: number): void {
  const { stringify } = JSON
  vi.spyOn(JSON, 'stringify').mockImplementation((value: unknown) => {
    const text = stringify(value)
    if (text.length > characters) throw new RangeError('Invalid string length')
    return text
  })
}

afterEach(() => void vi.restoreAllMocks())

describe('storedValue', () => {
  it.each<Json>([[1, 'é', [], {}, [[2]]], { a: 1, 'b"': ['x'.repeat(20), null], c: {} }, [{}]])(
    'T1 has the size of a value that is longer as JSON than any text: %j',
    (value) => {
      const { bytes } = storedValue(value)
      withLongestText(25)
      expect(storedValue(value).bytes).toBe(bytes)
    },
  )

  it('R9 records the beginning of such a value', () => {
    const value = Array.from({ length: 20 }, () => 'x'.repeat(20_000))
    withLongestText(100_000)
    const { state, bytes } = storedValue(value)
    expect([state, bytes]).toEqual(['cut', 20 * 20_002 + 21])
  })
})
