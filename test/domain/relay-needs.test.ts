import { relayNeeds, type AuthSettings } from '#domain'
import { expect, it } from 'vitest'

const https = 'https://api.example.com'
const part = (name: string, place: string) => ({ name, value: '${key}', in: place })

it.each<[string, AuthSettings, string, readonly string[]]>([
  ['a key in a header', { type: 'api-key', settings: { insertIn: 'header', headerName: 'X-Key' } }, https, []],
  ['a key in a cookie', { type: 'api-key', settings: { insertIn: 'cookie' } }, https, ['insertIn: cookie']],
  [
    'a key in a header that a page may not set',
    { type: 'api-key', settings: { insertIn: 'header', headerName: 'Proxy-Authorization' } },
    https,
    ['headerName: forbidden-header'],
  ],
  [
    'a header name that is kept from before',
    { type: 'api-key', settings: { insertIn: 'query', headerName: 'Cookie' } },
    https,
    [],
  ],
  [
    'a token in a cookie header',
    { type: 'jwt', settings: { headerName: 'cookie' } },
    https,
    ['headerName: forbidden-header'],
  ],
  [
    'parts of a request',
    { type: 'custom', settings: { parts: [part('X-App', 'header'), part('Cookie', 'header')] } },
    https,
    ['parts: forbidden-header'],
  ],
  ['a query parameter of that name', { type: 'custom', settings: { parts: [part('cookie', 'query')] } }, https, []],
  ['a client certificate', { type: 'client-certificate', settings: {} }, https, ['certificate: client-certificate']],
  ['http to another machine', { type: 'none', settings: {} }, 'http://192.168.0.7', ['baseUrl: insecure-url']],
  ['http to this machine', { type: 'none', settings: {} }, 'http://localhost:3000', []],
  ['half a URL', { type: 'bearer', settings: {} }, 'http:/', []],
  [
    'two reasons',
    { type: 'api-key', settings: { insertIn: 'cookie' } },
    'http://shop.test',
    ['insertIn: cookie', 'baseUrl: insecure-url'],
  ],
])('D13 says before anything is sent what a page cannot do of %s', (_what, method, baseUrl, expected) => {
  expect(relayNeeds(method, baseUrl).map(({ field, reason }) => `${field}: ${reason}`)).toEqual(expected)
})
