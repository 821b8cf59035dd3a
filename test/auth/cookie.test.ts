import { authTypeOf, type AuthRequest } from '#auth'
import { describe, expect, it } from 'vitest'
import { withCookie } from '../../src/auth/cookie.ts'

const request = (...cookies: readonly string[]): AuthRequest => ({
  method: 'GET',
  url: 'https://api.example.com/',
  headers: [['Accept', '*/*'], ...cookies.map((value) => ['cookie', value] as const)],
  body: null,
})

describe('a cookie', () => {
  it.each([
    [[], 'session=key'],
    [['theme=dark'], 'theme=dark; session=key'],
    [['a=1; session=old ;b=2'], 'a=1; b=2; session=key'],
    [['a=1', 'b=2;;'], 'a=1; b=2; session=key'],
    [['session_id=1; xsession=2; flag'], 'session_id=1; xsession=2; flag; session=key'],
    [['session=a=b; session'], 'session=key'],
  ])('V11 is set beside %j', (cookies, expected) => {
    const result = withCookie(request(...cookies), 'session', 'key')
    expect(result).toMatchObject({
      ok: true,
      value: {
        headers: [
          ['Accept', '*/*'],
          ['Cookie', expected],
        ],
      },
    })
  })

  it.each(['a', "!#$%&'()*+-./:<=>?@[]^_`{|}~", 'x'.repeat(1_000_000)])('V11 holds %s as it is', (value) => {
    const result = withCookie(request(), 's', value)
    expect(result.ok && result.value.headers.at(-1)).toEqual(['Cookie', `s=${value}`])
  })

  it.each(['a b', 'a;b', 'a,b', 'a"b', 'a\\b', 'a\n', 'a\t', 'é', '😀', '\ud800', 'a\u007f'])(
    'V11 refuses the value %j, naming the cookie and not the value',
    (value) => {
      expect(withCookie(request(), 'sid', value)).toEqual({
        ok: false,
        error: { code: 'cookie-value', params: { name: 'sid' }, at: {} },
      })
    },
  )

  it.each(['', 'a b', 'a=b', 'a;', 'sé', 'a\r\n'])('V11 refuses the name %j', (name) => {
    expect(withCookie(request(), name, 'v')).toMatchObject({
      ok: false,
      error: { code: 'cookie-name', params: { name } },
    })
  })

  it('V11 holds an API key by its template', async () => {
    const settings = { insertIn: 'cookie', cookieName: 'sid', valueTemplate: 'v1.${key}' }
    const context = { clock: () => 0, nonce: () => 'n' }
    const signed = await authTypeOf('api-key').sign(request('sid=old'), settings, { apiKey: '$&key' }, context)
    expect(signed).toMatchObject({
      value: {
        headers: [
          ['Accept', '*/*'],
          ['Cookie', 'sid=v1.$&key'],
        ],
      },
    })
    const { values, fields } = authTypeOf('api-key').redactionValues({ apiKey: 'key' }, settings)
    expect(values).toEqual(['key', 'v1.key'])
    expect(fields).toEqual(expect.arrayContaining(['sid', 'Cookie']))
  })
})
