import type { Json } from '#base'
import type { InputSpec } from '#domain'
import { expect, it } from 'vitest'
import { mismatchOf } from '../../../../src/designer/fields/value/type-mismatch.ts'

const CHOICE = { kind: 'fixed' as const, options: [{ value: 'a', label: 'A' }] }

it.each<[InputSpec['type'], Json, string | null]>([
  ['number', '12.5', null],
  ['number', 'twelve', 'number'],
  ['number', null, null],
  ['boolean', 'true', null],
  ['boolean', 1, 'boolean'],
  ['text', 5, null],
  ['text', { a: 1 }, 'text'],
  ['list', {}, 'list'],
  ['list', [], null],
  ['fields', 'a', 'fields'],
  ['fields', { a: 1 }, null],
  ['json', { a: 1 }, null],
  ['choice', 'b', 'choice'],
  ['choice', 'a', null],
])('to a %s input, %j is a mismatch of %s', (type, value, mismatch) => {
  expect(mismatchOf(type === 'choice' ? { type, options: CHOICE } : { type }, value)).toBe(mismatch)
})
