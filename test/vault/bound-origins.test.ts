import { boundOriginOf, mayGoTo } from '#vault'
import { describe, expect, it } from 'vitest'

describe('bound origins', () => {
  const origins = ['https://api.example.com', 'http://localhost:4400']

  it.each([
    'https://api.example.com',
    'https://api.example.com:443/x?y',
    'HTTPS://API.EXAMPLE.COM/x',
    'http://localhost:4400/demo',
  ])('allow %s', (url) => expect(mayGoTo(origins, url)).toBe(true))

  it.each([
    'http://api.example.com/',
    'https://api.example.com:8443/',
    'https://api.example.com.evil.example/',
    'https://evil.example/https://api.example.com',
    'https://api.example.com@evil.example/',
    'https://user:pass@api.example.com/',
    'https://api.example.com.',
    'ftp://api.example.com/',
    'javascript:alert(1)',
    '/relative',
    '',
  ])('refuse %s', (url) => expect(mayGoTo(origins, url)).toBe(false))

  it.each([
    ['https://API.example.com:443/v1', 'https://api.example.com'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['/demo', 'http://localhost:4400'],
  ])('the origin of %s is %s', (baseUrl, origin) => {
    expect(boundOriginOf(baseUrl, 'http://localhost:4400')).toEqual({ ok: true, value: origin })
  })

  it.each([
    ['api.example.com', 'base-url-invalid'],
    ['', 'base-url-invalid'],
    ['ftp://api.example.com', 'url-scheme'],
    ['https://u:p@api.example.com', 'url-with-credentials'],
  ])('%s has none: %s', (baseUrl, code) => {
    expect(boundOriginOf(baseUrl, 'http://localhost:4400')).toMatchObject({ error: { code } })
  })

  it.each(['//evil.example/x', '/\\evil.example/x', '/\t/evil.example'])(
    '%j looks like a path and is refused',
    (baseUrl) => {
      expect(boundOriginOf(baseUrl, 'http://localhost:4400')).toMatchObject({ error: { code: 'base-url-invalid' } })
    },
  )
})
