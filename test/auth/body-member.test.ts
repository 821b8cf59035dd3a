import type { AuthRequest } from '#auth'
import { describe, expect, it } from 'vitest'
import { withBodyMember } from '../../src/auth/body-member.ts'

const FORM = 'application/x-www-form-urlencoded'
const post = (type: string | null, body: string | Uint8Array<ArrayBuffer> | null): AuthRequest => ({
  method: 'POST',
  url: 'https://api.example.com/',
  headers: type === null ? [] : [['content-TYPE', type]],
  body: typeof body === 'string' ? new TextEncoder().encode(body) : body,
})

function bodyWith(request: AuthRequest, name = 'token', value = 's'): unknown {
  const result = withBodyMember(request, name, value)
  return result.ok ? new TextDecoder().decode(result.value.body ?? undefined) : result.error
}

describe('a member of the body', () => {
  it.each([
    ['application/json', '{}', '{"token":"s"}'],
    ['application/json', '{ }', '{ "token":"s"}'],
    ['Application/JSON; charset=utf-8', '{"a":1}', '{"a":1,"token":"s"}'],
    ['application/vnd.api+json', '{"a":{}}\n', '{"a":{},"token":"s"}\n'],
    ['application/json', '{"token":"old","a":1}', '{"token":"s","a":1}'],
    // What nobody asked to change stays: a number longer than JavaScript's, spaces, a name that comes twice.
    [
      'application/json',
      '{ "id": 12345678901234567890, "x": 1.0 }',
      '{ "id": 12345678901234567890, "x": 1.0 ,"token":"s"}',
    ],
    [FORM, '', 'token=s'],
    [FORM, 'a=1&token=old&b=2', 'a=1&token=s&b=2'],
    [`${FORM}; charset=UTF-8`, 'a=x%20y', 'a=x+y&token=s'],
    [FORM, '?a=1', '%3Fa=1&token=s'],
  ])('V14 is set in %s %j', (type, before, after) => {
    expect(bodyWith(post(type, before))).toBe(after)
  })

  it('V14 holds any value as it is', () => {
    const value = '"}\\ é😀 &=+%'
    const json = bodyWith(post('application/json', '{"a":1}'), '__proto__', value) as string
    expect(Object.entries(JSON.parse(json) as object)).toEqual([
      ['a', 1],
      ['__proto__', value],
    ])
    expect([...new URLSearchParams(bodyWith(post(FORM, 'a=1'), 'k&', value) as string)]).toEqual([
      ['a', '1'],
      ['k&', value],
    ])
  })

  it.each([
    ['no body', post('application/json', null), 'none'],
    ['no type', post(null, '{}'), 'type'],
    ['another type', post('text/plain', '{}'), 'type'],
    ['several parts', post('multipart/form-data; boundary=x', '--x--'), 'type'],
    ['a list', post('application/json', '[{}]'), 'object'],
    ['null', post('application/json', 'null'), 'object'],
    ['half an object', post('application/json', '{"a":'), 'object'],
    ['no UTF-8', post('application/json', new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d])), 'object'],
  ])('V14 is impossible with %s', (_what, request, reason) => {
    expect(bodyWith(request, 'token', 'hunter2')).toEqual({
      code: 'body-member-impossible',
      params: { name: 'token', reason },
      at: {},
    })
  })
})
