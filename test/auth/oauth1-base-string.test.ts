import type { AuthRequest } from '#auth'
import { describe, expect, it } from 'vitest'
import {
  baseStringOf,
  formParametersOf,
  normalizedParameters,
  percentEncoded,
} from '../../src/auth/oauth1-base-string.ts'

const FORM = 'application/x-www-form-urlencoded'
const request = (method: string, url: string, form?: string, type = FORM): AuthRequest => ({
  method,
  url,
  headers: form === undefined ? [] : [['Content-Type', type]],
  body: form === undefined ? null : new TextEncoder().encode(form),
})

describe('the base string of OAuth 1.0a', () => {
  it('V14 is the one of RFC 5849 section 3.4.1.1', () => {
    const from = request('POST', 'http://example.com/request?b5=%3D%253D&a3=a&c%40=&a2=r%20b', 'c2&a3=2+q')
    const base = baseStringOf(from, [
      ['oauth_consumer_key', '9djdj82h48djs9d2'],
      ['oauth_token', 'kkk9d7dh3k39sjv7'],
      ['oauth_signature_method', 'HMAC-SHA1'],
      ['oauth_timestamp', '137131201'],
      ['oauth_nonce', '7d8f3e4a'],
    ])
    expect(base).toBe(
      'POST&http%3A%2F%2Fexample.com%2Frequest&a2%3Dr%2520b%26a3%3D2%2520q%26a3%3Da%26b5%3D%253D%25253D%26c%2540%3D%26c2%3D%26' +
        'oauth_consumer_key%3D9djdj82h48djs9d2%26oauth_nonce%3D7d8f3e4a%26oauth_signature_method%3DHMAC-SHA1%26' +
        'oauth_timestamp%3D137131201%26oauth_token%3Dkkk9d7dh3k39sjv7',
    )
  })

  it.each([
    // RFC 5849 section 3.4.1.2
    ['http://EXAMPLE.COM:80/r%20v/X?id=123', 'http://example.com/r%20v/X'],
    ['https://www.example.net:8080/?q=1', 'https://www.example.net:8080/'],
    ['https://example.com:443', 'https://example.com/'],
    ['https://example.com/a#part', 'https://example.com/a'],
  ])('V14 writes the address %s as section 3.4.1.2 says', (url, address) => {
    expect(baseStringOf(request('get', url), []).split('&').slice(0, 2)).toEqual(['GET', encodeURIComponent(address)])
  })

  it('V14 sorts by name and then by value, in bytes of what is encoded', () => {
    const parameters = [
      ['b', '2'],
      ['a', 'ü'],
      ['a', 'z'],
      ['B', '1'],
      ['a', ''],
      ['é', '1'],
      ['b', '10'],
    ] as const
    expect(normalizedParameters(parameters)).toBe('%C3%A9=1&B=1&a=&a=%C3%BC&a=z&b=10&b=2')
  })

  it('V14 escapes everything but unreserved characters, in upper case', () => {
    const unreserved = 'ABCXYZabcxyz0189-._~'
    expect(percentEncoded(unreserved)).toBe(unreserved)
    expect(percentEncoded(` !"#$%&'()*+,/:;=?@[]é☃`)).toBe(
      '%20%21%22%23%24%25%26%27%28%29%2A%2B%2C%2F%3A%3B%3D%3F%40%5B%5D%C3%A9%E2%98%83',
    )
  })

  it.each([
    [FORM, true],
    [`${FORM.toUpperCase()}; charset=UTF-8`, true],
    ['application/json', false],
    ['multipart/form-data; boundary=x', false],
    ['', false],
  ])('V14 counts a body of %j among the parameters: %s', (type, isForm) => {
    const parameters = formParametersOf(request('POST', 'https://example.com/', 'a=b%20c&d', type))
    expect(parameters).toEqual(
      isForm
        ? [
            ['a', 'b c'],
            ['d', ''],
          ]
        : null,
    )
  })

  it.each([
    ['?a=1', [['?a', '1']]],
    [
      '??a=1&?b',
      [
        ['??a', '1'],
        ['?b', ''],
      ],
    ],
    ['\uFEFFa=1', [['\uFEFFa', '1']]],
  ])('V14 signs the body %j as it is sent: nothing at its beginning is stripped', (body, expected) => {
    expect(formParametersOf(request('POST', 'https://example.com/', body))).toEqual(expected)
  })

  it('V14 signs a query that begins with a second question mark as it is sent', () => {
    expect(baseStringOf(request('GET', 'https://example.com/??a=1'), [])).toMatch(/&%253Fa%3D1$/)
  })
})
