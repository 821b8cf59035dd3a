import { describe, expect, it } from 'vitest'
import { responseBodyOf } from '../../../../src/drivers/workers/send/response-body.ts'

const bytes = (text: string | number[]) =>
  new Uint8Array(typeof text === 'string' ? new TextEncoder().encode(text) : text)

const body = (text: string | number[], type: string, cut = false) => responseBodyOf(bytes(text), type, cut)

describe('a body is', () => {
  it('empty, whatever it says it is', () => expect(body('', 'application/json')).toEqual({ kind: 'empty' }))

  it.each(['application/json', 'Application/JSON; charset=utf-8', 'application/problem+json', 'text/json'])(
    'JSON when it says %s',
    (type) => expect(body('{"a":[1]}', type)).toEqual({ kind: 'json', value: { a: [1] } }),
  )

  it.each([
    ['<html>not found</html>', 0],
    ['{"a":1,"b":x}', 11],
    ['{"a":1}\n'.repeat(1000), 8],
    [`{"a":"${'x'.repeat(5000)}",}`, 5008],
    // Full of brackets, and yet it is no JSON that nests deep.
    [`callback(${'['.repeat(1000)})`, 0],
  ])('malformed when it says JSON and is not, whole and with where it breaks (%#)', (text, position) => {
    expect(body(text, 'application/json')).toEqual({
      kind: 'malformed',
      contentType: 'application/json',
      text,
      flaw: { kind: 'syntax', position },
    })
  })

  it('malformed when it nests so deep that it would overflow the stack; brackets in texts do not count', () => {
    const text = '['.repeat(100_000) + ']'.repeat(100_000)
    expect(body(text, 'application/json')).toMatchObject({
      kind: 'malformed',
      text,
      flaw: { kind: 'depth', position: 500 },
    })
    expect(body(JSON.stringify('[{'.repeat(1000) + '\\"'), 'application/json')).toMatchObject({ kind: 'json' })
  })

  it.each(['{"id": 12345678901234567890}', '{"a":1}\n{"a":2}\n', '[1,'])(
    'text as it came when that is asked for, whatever it says: %j',
    (text) => {
      const asked = (cut: boolean) => responseBodyOf(bytes(text), 'application/json', cut, { asText: true })
      expect(asked(false)).toEqual({ kind: 'text', text, cut: false })
      expect(asked(true)).toEqual({ kind: 'text', text, cut: true })
    },
  )

  it('binary when text is asked for and it is none', () => {
    expect(responseBodyOf(bytes([0, 255]), 'image/png', false, { asText: true })).toMatchObject({ kind: 'binary' })
  })

  it('text when JSON was cut, because half of it cannot be parsed', () => {
    expect(body('{"a":', 'application/json', true)).toEqual({ kind: 'text', text: '{"a":', cut: true })
  })

  it.each(['text/html', 'text/csv; charset=utf-8', 'application/xml', 'application/atom+xml', ''])(
    'text for %j',
    (type) => expect(body('é', type)).toEqual({ kind: 'text', text: 'é', cut: false }),
  )

  it('decoded as its charset says, and as UTF-8 when nobody knows it', () => {
    expect(body([0xe9], 'text/plain; charset=iso-8859-1')).toMatchObject({ text: 'é' })
    expect(body('é', 'text/plain; charset=klingon')).toMatchObject({ text: 'é' })
  })

  it('binary otherwise', () => {
    const binary = { kind: 'binary', data: 'AP8=', cut: false }
    expect(body([0, 255], 'image/png')).toEqual({ ...binary, contentType: 'image/png' })
    expect(body([0, 255], '')).toEqual({ ...binary, contentType: 'application/octet-stream' })
  })
})
