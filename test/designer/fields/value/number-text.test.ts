import { literal } from '#domain'
import { expect, it } from 'vitest'
import { valueOfNumberText } from '../../../../src/designer/fields/value/number-text.ts'
import { draft } from '../../../fixtures/doc-builder.ts'

it.each([
  ['12', literal(12)],
  [' -1.5e3 ', literal(-1500)],
  ['1.', literal(1)],
  ['', null],
  ['-', draft('-', 'literal')],
  ['1,5', draft('1,5', 'literal')],
  ['0x10', draft('0x10', 'literal')],
  ['1e999', draft('1e999', 'literal')],
])('%j typed into a number field is %j', (text, value) => {
  expect(valueOfNumberText(text)).toEqual(value)
})
