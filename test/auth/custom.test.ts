import { authTypeOf, type AuthRequest } from '#auth'
import { describe, expect, it } from 'vitest'

const request: AuthRequest = {
  method: 'POST',
  url: 'https://api.example.com/v1?a=1&tenant=old',
  headers: [
    ['Content-Type', 'application/json'],
    ['x-app', 'old'],
  ],
  body: new TextEncoder().encode('{"a":1}'),
}

const part = (place: string, name: string, value: string) => ({ in: place, name, value })
const sign = (parts: readonly object[], secrets: object, from = request) =>
  authTypeOf('custom').sign(from, { parts }, secrets, { clock: () => 0, nonce: () => 'n' })

describe('a custom way to authenticate', () => {
  it('V14 sends headers, parameters and members of the body together', async () => {
    const parts = [
      part('header', 'X-App', '${app}:${key}'),
      part('query', 'tenant', '${tenant}'),
      part('body', 'auth', 'v1/${key}'),
      part('header', 'X-Version', '2'),
      { name: 'X-Plain', value: '${app}' },
    ]
    const signed = await sign(parts, { app: 'app', key: 'k"1', tenant: 'a b&é' })
    if (!signed.ok) throw new Error(signed.error.code)
    expect(signed.value).toMatchObject({
      url: 'https://api.example.com/v1?a=1&tenant=a%20b%26%C3%A9',
      headers: [
        ['Content-Type', 'application/json'],
        ['X-App', 'app:k"1'],
        ['X-Version', '2'],
        ['X-Plain', 'app'],
      ],
    })
    expect(new TextDecoder().decode(signed.value.body ?? undefined)).toBe('{"a":1,"auth":"v1/k\\"1"}')
  })

  it('V14 fills a template once: a secret that looks like a place or a pattern stays what it is', async () => {
    const signed = await sign([part('header', 'X-Key', '${a}${b}${1}')], { a: '${b}', b: '$&' })
    expect(signed).toMatchObject({ value: { headers: [...request.headers, ['X-Key', '${b}$&${1}']] } })
  })

  it.each<[string, readonly object[], object, string, object]>([
    ['no part', [], {}, 'auth-settings-invalid', { field: 'parts' }],
    ['a part without a name', [part('query', '', '${a}')], { a: 'a' }, 'auth-settings-invalid', { field: 'parts' }],
    ['half a name', [part('query', '\ud800', '${a}')], { a: 'a' }, 'auth-settings-invalid', { field: 'parts' }],
    ['half a template', [part('query', 'q', '\ud800')], {}, 'auth-settings-invalid', { field: 'parts' }],
    ['no secret', [part('header', 'X', '${a}')], {}, 'auth-value-missing', { field: 'a' }],
    ['an empty secret', [part('header', 'X', '${a}')], { a: '' }, 'auth-value-missing', { field: 'a' }],
    [
      'a name every object has',
      [part('header', 'X', '${constructor}')],
      {},
      'auth-value-missing',
      { field: 'constructor' },
    ],
    ['half a character', [part('query', 'X', '${a}')], { a: 'hunter2\ud800' }, 'auth-value-invalid', { field: 'a' }],
    ['a line break', [part('header', 'X', '${a}')], { a: 'hunter2\n' }, 'header-newline', { header: 'X' }],
    ['a snowman', [part('header', 'X', '${a}')], { a: 'hunter2☃' }, 'header-characters', { header: 'X' }],
    ['a header name', [part('header', 'X Y', '${a}')], { a: 'hunter2' }, 'header-name', { header: 'X Y' }],
  ])('V14 refuses %s', async (_what, parts, secrets, code, params) => {
    const refused = await sign(parts, secrets)
    expect(refused).toMatchObject({ ok: false, error: { code, params } })
    expect(JSON.stringify(refused)).not.toContain('hunter2')
  })

  it('V14 says that a request without a body cannot take a member of it', async () => {
    const refused = await sign([part('body', 'auth', '${a}')], { a: 'hunter2' }, { ...request, body: null })
    expect(refused).toMatchObject({
      error: { code: 'body-member-impossible', params: { name: 'auth', reason: 'none' } },
    })
    expect(JSON.stringify(refused)).not.toContain('hunter2')
  })

  it('X10 hides the secrets and what the templates make of them', () => {
    const settings = { parts: [part('header', 'X-App', '${app}:${key}'), part('header', 'X-Version', '2')] }
    const { values, fields } = authTypeOf('custom').redactionValues({ app: 'app', key: 'key' }, settings)
    expect(values).toEqual(['app', 'key', 'app:key'])
    expect(fields).toEqual(['app', 'key', 'X-App'])
  })
})
