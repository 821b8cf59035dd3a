import { cleanSecret } from '#workspace'
import { expect, it } from 'vitest'

it.each([
  ['abc', 'abc', false],
  ['abc\n', 'abc', true],
  ['abc\r\n', 'abc', true],
  ['\t abc ', 'abc', true],
  ['\u200Babc\uFEFF', 'abc', true],
  ['a b\nc', 'a b\nc', false],
  ['', '', false],
  [' \n', '', true],
])('takes off what came along with %j', (text, value, trimmed) => {
  expect(cleanSecret(text)).toEqual({ value, trimmed })
})
