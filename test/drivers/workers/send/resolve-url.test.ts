import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { resolveUrl } from '../../../../src/drivers/workers/send/resolve-url.ts'

const PAGE = 'http://localhost:4400'

const resolved = (path: string, base: string | null = 'https://api.example.com/v1', query: [string, string][] = []) => {
  const url = resolveUrl(path, query, base, PAGE)
  return url.ok ? url.value.href : url.error.code
}

describe('a path', () => {
  it.each([
    ['/orders', 'https://api.example.com/v1/orders'],
    ['orders/7?a=1#part', 'https://api.example.com/v1/orders/7?a=1'],
    ['', 'https://api.example.com/v1'],
    ['?a=1', 'https://api.example.com/v1?a=1'],
    ['/items:batchGet', 'https://api.example.com/v1/items:batchGet'],
    ['items:batchGet', 'https://api.example.com/v1/items:batchGet'],
    ['/a/../b', 'https://api.example.com/v1/b'],
    ['/caf%C3%A9/ü', 'https://api.example.com/v1/caf%C3%A9/%C3%BC'],
    ['//evil.example/x', 'https://api.example.com/v1/evil.example/x'],
    ['javascript:alert(1)', 'https://api.example.com/v1/javascript:alert(1)'],
  ])('%j goes below the base URL: %s', (path, expected) => expect(resolved(path)).toBe(expected))

  it.each(['..', '/../admin', 'a/../../admin', '%2e%2e/admin', '/.%2E/admin', '../v1x', '../v1-other/a'])(
    '%j cannot leave it',
    (path) => expect(resolved(path)).toBe('path-escapes-base'),
  )

  it.each(['/a\nb', '/a b', '/a\\..\\b', '/a\t', '\u0000'])('%j is refused: a parser would change it', (path) =>
    expect(resolved(path)).toBe('url-invalid'),
  )

  it('keeps the query of the base URL, then its own, then the rows', () => {
    expect(resolved('/a?b=2', 'https://h.example/x?v=1', [['c', 'é &']])).toBe(
      'https://h.example/x/a?v=1&b=2&c=%C3%A9%20%26',
    )
  })

  it('stands below a base URL that is a path of the page', () => {
    expect(resolved('/customers', '/demo')).toBe('http://localhost:4400/demo/customers')
    expect(resolved('../session', '/demo')).toBe('path-escapes-base')
  })

  it('needs a connection', () => expect(resolved('/a', null)).toBe('url-relative'))

  it('never leaves the base, whatever it is', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'./\\%2eE@:?#abv1-'.split('')), maxLength: 14 }), (path) => {
        const url = resolveUrl(path, [], 'https://api.example.com/v1', PAGE)
        const href = url.ok ? url.value.href : 'https://api.example.com/v1'
        fc.pre(!/^[a-z][a-z0-9+.-]*:\/\//i.test(path))
        expect(href).toMatch(/^https:\/\/api\.example\.com\/v1($|[/?])/)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('an absolute URL', () => {
  it.each([
    ['https://other.example/x', 'https://other.example/x'],
    ['HTTP://other.example', 'http://other.example/'],
    ['ftp://other.example/', 'url-scheme'],
    ['https://u:p@other.example/', 'url-with-credentials'],
    ['https://', 'url-invalid'],
  ])('%s gives %s', (path, expected) => {
    expect(resolved(path)).toBe(expected)
    expect(resolved(path, null)).toBe(expected)
  })
})
