import { describe, expect, it } from 'vitest'
import { outgoingHeaders } from '../../src/relay/outgoing-headers.ts'

describe('outgoingHeaders', () => {
  it('passes ordinary headers in their order, repeated ones too', () => {
    const lines: [string, string][] = [
      ['Cookie', 'a=1'],
      ['X-A', '1'],
      ['X-A', 'é\t~'],
    ]
    expect(outgoingHeaders(lines)).toEqual({ ok: true, value: lines })
  })

  it.each(['a\r\nX-Injected: 1', 'a\nb', 'a\rb', 'a\0b', 'ключ', 'a\x7f'])(
    'refuses the value %j and never repeats it',
    (value) => {
      const result = outgoingHeaders([['X-Key', value]])
      expect(result).toEqual({
        ok: false,
        error: { outcome: 'failure', code: 'bad-request', params: { reason: 'header-value', header: 'X-Key' } },
      })
    },
  )

  it.each([
    'Host',
    'content-length',
    'Transfer-Encoding',
    'Connection',
    'TE',
    'Upgrade',
    'Proxy-Authorization',
    'Expect',
  ])('refuses %s: framing and routing are the relay’s', (name) => {
    expect(outgoingHeaders([[name, '1']])).toMatchObject({
      error: { params: { reason: 'header-forbidden', header: name } },
    })
  })

  it.each(['', 'a b', 'a:b', 'a\r\nb', 'ä'])('refuses the name %j', (name) => {
    expect(outgoingHeaders([[name, '1']])).toMatchObject({ error: { params: { reason: 'header-name' } } })
  })
})
