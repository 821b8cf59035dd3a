import { fromHex, toHex } from '#base'
import fc from 'fast-check'
import { expect, it } from 'vitest'

it('writes bytes as Node does, and reads them back', () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      expect(toHex(bytes)).toBe(Buffer.from(bytes).toString('hex'))
      expect([...fromHex(toHex(bytes).toUpperCase())]).toEqual([...bytes])
    }),
  )
})
