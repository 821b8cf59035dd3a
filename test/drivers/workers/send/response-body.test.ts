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

  it('malformed when it says JSON and is not, with its beginning', () => {
    expect(body('<html>not found</html>', 'application/json')).toEqual({
      kind: 'malformed',
      contentType: 'application/json',
      preview: '<html>not found</html>',
    })
  })

  it('malformed when it nests so deep that it would overflow the stack; brackets in texts do not count', () => {
    expect(body('['.repeat(100_000) + ']'.repeat(100_000), 'application/json')).toMatchObject({ kind: 'malformed' })
    expect(body(JSON.stringify('[{'.repeat(1000) + '\\"'), 'application/json')).toMatchObject({ kind: 'json' })
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
