import { literal } from '#domain'
import { expect, it } from 'vitest'
import { breaksHeader } from '../../../../src/designer/fields/value/breaks-header.ts'
import { ref, template } from '../../../fixtures/doc-builder.ts'

it('a header value with a line break is flagged, typed plainly or beside a reference', () => {
  expect(breaksHeader(literal('a\r\nX-Other: b'))).toBe(true)
  expect(breaksHeader(template('a\n', ref('Get')))).toBe(true)
  expect(breaksHeader(literal('a'))).toBe(false)
  expect(breaksHeader(ref('Get'))).toBe(false)
})
