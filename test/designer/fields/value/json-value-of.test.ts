import { expect, it } from 'vitest'
import { jsonValueOf } from '../../../../src/designer/fields/value/json-value-of.ts'

it('reads JSON, and says in which line it stops making sense', () => {
  expect(jsonValueOf('{"a": [1]}')).toEqual({ ok: true, value: { a: [1] } })
  expect(jsonValueOf('{\n  "a": 1,\n  b\n}')).toEqual({ ok: false, error: { line: 3 } })
  expect(jsonValueOf('{\n')).toEqual({ ok: false, error: { line: 2 } })
})
