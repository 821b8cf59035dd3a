import { expect, it } from 'vitest'
import { jsonValueOf } from '../../../../src/designer/fields/value/json-value-of.ts'

it('reads JSON, and says in which line it stops making sense', () => {
  expect(jsonValueOf('{"a": [1]}')).toEqual({ ok: true, value: { a: [1] } })
  expect(jsonValueOf('{\n  "a": 1,\n  b\n}')).toEqual({ ok: false, error: { line: 3 } })
  expect(jsonValueOf('{\n')).toEqual({ ok: false, error: { line: 2 } })
})

it.each([
  ['{"limit": [1e999]}', 'content-number', 'limit.0'],
  ['{"name": "\\ud83d"}', 'content-half-character', 'name'],
  ['{"a": {"__proto__": 1}}', 'content-forbidden-key', 'a'],
  ['['.repeat(102) + ']'.repeat(102), 'content-too-deep', expect.any(String)],
])('says of JSON that no document could keep what is wrong with it: %s', (text, code, path) => {
  expect(jsonValueOf(text)).toMatchObject({ ok: false, error: { unfit: { code, at: { path } } } })
})

it('reads whatever else is JSON, with any word as key', () => {
  for (const text of ['1e308', '-0.5', '{"constructor": {"prototype": []}}', '['.repeat(100) + ']'.repeat(100)]) {
    expect(jsonValueOf(text)).toEqual({ ok: true, value: JSON.parse(text) })
  }
})
