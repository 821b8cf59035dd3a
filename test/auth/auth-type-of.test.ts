import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { authTypeOf, signWebhook, type AuthRequest } from '#auth'
import { askedFields, AUTH_TYPES, type AuthField, type AuthTypeFields } from '#domain'
import { ecKeys, rsaKeys } from '../fixtures/private-keys.ts'
import { selfSignedCertificate } from '../fixtures/self-signed-certificate.ts'

const context = { clock: () => 0, nonce: () => 'n' }
const request = (parts: Partial<AuthRequest> = {}): AuthRequest => ({
  method: 'GET',
  url: 'https://api.example.com/v1/orders?a=1',
  headers: [['Accept', 'application/json']],
  body: null,
  ...parts,
})

async function sign(
  type: Parameters<typeof authTypeOf>[0],
  settings: object,
  secrets: object,
  from: AuthRequest = request(),
) {
  return authTypeOf(type).sign(from, settings, secrets, context)
}

async function headerOf(result: ReturnType<typeof sign>, name: string) {
  const signed = await result
  return signed.ok ? signed.value.headers.find(([other]) => other === name)?.[1] : signed.error
}

describe('every auth type', () => {
  it.each(AUTH_TYPES.map(({ type }) => type))('%s is registered', (type) => {
    expect(authTypeOf(type).type).toBe(type)
  })

  it('none leaves the request as it is', async () => {
    expect(await sign('none', {}, {})).toEqual({ ok: true, value: request() })
  })
})

describe('basic', () => {
  it.each([
    // RFC 7617 section 2 and 2.1
    ['Aladdin', 'open sesame', 'QWxhZGRpbjpvcGVuIHNlc2FtZQ=='],
    ['test', '123£', 'dGVzdDoxMjPCow=='],
  ])('RFC 7617: %s:%s', async (username, password, expected) => {
    expect(await headerOf(sign('basic', {}, { username, password }), 'Authorization')).toBe(`Basic ${expected}`)
  })

  it('takes any password without control characters, also with colons and emoji', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), async (password) => {
        fc.pre(!/\p{Cc}/u.test(password))
        const value = await headerOf(sign('basic', {}, { username: 'u', password }), 'Authorization')
        expect(value).toBe(`Basic ${Buffer.from(`u:${password}`).toString('base64')}`)
      }),
    )
  })

  it.each(['username', 'password'])(
    'refuses a %s with half a character, which would become another one',
    async (field) => {
      const secrets = { username: 'u', password: 'p', [field]: 'hunter2\ud800' }
      expect(await sign('basic', {}, secrets)).toMatchObject({
        error: { code: 'auth-value-invalid', params: { field } },
      })
    },
  )

  it('refuses a user name with a colon, which the receiver would split elsewhere', async () => {
    expect(await sign('basic', {}, { username: 'a:b', password: 'c' })).toMatchObject({
      error: { code: 'username-with-colon' },
    })
  })

  it('names the header value among what must be redacted', () => {
    const { values, fields } = authTypeOf('basic').redactionValues({ username: 'Aladdin', password: 'open sesame' }, {})
    expect(values).toEqual(['open sesame', 'QWxhZGRpbjpvcGVuIHNlc2FtZQ=='])
    expect(fields).toContain('Authorization')
  })
})

describe('bearer', () => {
  it('sets the header once, whatever the step had put there', async () => {
    const from = request({ headers: [['authorization', 'mine']] })
    const signed = await sign('bearer', {}, { token: 'tok' }, from)
    expect(signed).toMatchObject({ value: { headers: [['Authorization', 'Bearer tok']] } })
  })

  it('says which value is missing', async () => {
    expect(await sign('bearer', {}, {})).toMatchObject({
      error: { code: 'auth-value-missing', params: { field: 'token' } },
    })
  })
})

describe('api key', () => {
  const inHeader = { insertIn: 'header', headerName: 'X-Key', valueTemplate: 'Token token="${key}"' }

  it('fills the template, also with a key that holds replacement patterns', async () => {
    const value = await headerOf(sign('api-key', inHeader, { apiKey: '$&$1${key}' }), 'X-Key')
    expect(value).toBe('Token token="$&$1${key}"')
  })

  it('puts a key into the query, keeps the rest as it was written and replaces the same name', async () => {
    const from = request({ url: 'https://api.example.com/x?q=a%20b&api_key=old&z=1#part' })
    const signed = await sign('api-key', { insertIn: 'query', parameterName: 'api_key' }, { apiKey: 'a b&c=é' }, from)
    expect(signed).toMatchObject({
      value: { url: 'https://api.example.com/x?q=a%20b&z=1&api_key=a%20b%26c%3D%C3%A9#part' },
    })
    const other = request({ url: 'https://api.example.com/x?a=1&?api_key=mine' })
    const beside = await sign('api-key', { insertIn: 'query', parameterName: 'api_key' }, { apiKey: 'k' }, other)
    expect(beside).toMatchObject({ value: { url: 'https://api.example.com/x?a=1&?api_key=mine&api_key=k' } })
  })

  it.each([
    ['a\nb', 'header-newline'],
    ['a\r\nX-Evil: 1', 'header-newline'],
    ['a\0', 'header-newline'],
    ['ключ', 'header-characters'],
    ['a\u0007', 'header-characters'],
  ])('refuses a key that cannot stand in a header: %j', async (key, code) => {
    const signed = await sign('api-key', inHeader, { apiKey: key })
    expect(signed).toMatchObject({ error: { code, params: { header: 'X-Key' } } })
    expect(JSON.stringify(signed)).not.toContain(JSON.stringify(key).slice(1, -1))
  })

  it.each([
    [{ parameterName: 'q' }, 'hunter2\ud800', 'auth-value-invalid', 'apiKey'],
    [{ parameterName: 'q\ud800' }, 'hunter2', 'auth-settings-invalid', 'parameterName'],
    [{ valueTemplate: '${key}\ud800' }, 'hunter2', 'auth-settings-invalid', 'valueTemplate'],
    [{ parameterName: '' }, 'hunter2', 'auth-settings-invalid', 'parameterName'],
  ])('V11 refuses what no query can hold: %j with %j', async (settings, apiKey, code, field) => {
    const refused = await sign('api-key', { insertIn: 'query', ...settings }, { apiKey })
    expect(refused).toMatchObject({ ok: false, error: { code, params: { field } } })
    expect(JSON.stringify(refused)).not.toContain('hunter2')
  })

  it.each(['', 'X Key', 'X-Kéy', 'X:Key'])('refuses the header name %j', async (headerName) => {
    expect(await sign('api-key', { ...inHeader, headerName }, { apiKey: 'k' })).toMatchObject({
      error: { code: 'header-name' },
    })
  })

  it('refuses a template that would leave the key out', async () => {
    expect(await sign('api-key', { ...inHeader, valueTemplate: 'fixed' }, { apiKey: 'k' })).toMatchObject({
      error: { code: 'template-without-key' },
    })
  })

  it('never lets a line break through, whatever template and key', async () => {
    const text = fc.string({ unit: fc.constantFrom('a', ' ', '\t', '\r', '\n', '\0', 'é', ':') })
    await fc.assert(
      fc.asyncProperty(text, fc.oneof(text, fc.constant('k')), async (before, key) => {
        fc.pre(key !== '')
        const signed = await sign('api-key', { ...inHeader, valueTemplate: `${before}\${key}` }, { apiKey: key })
        expect(signed.ok).toBe(!/[\r\n\0]/.test(before + key))
      }),
    )
  })
})

describe('redaction values', () => {
  it('are the plain secrets when settings are incomplete', () => {
    const { values } = authTypeOf('api-key').redactionValues({ apiKey: 'sssssecret' }, { insertIn: 'nowhere' })
    expect(values).toEqual(['sssssecret'])
  })
})

/** The settings a form begins with. */
const initialOf = (fields: readonly AuthField[]): Record<string, string> =>
  Object.fromEntries(fields.flatMap(({ key, initial }) => (initial === undefined ? [] : [[key, initial]])))

const PARTS = [
  { in: 'header', name: 'X-A', value: 'a ${first}' },
  { in: 'query', name: 'b', value: '${second}' },
  { in: 'body', name: 'c', value: '${third}' },
]

/** Every way a type can be set up: one for each choice of each of its fields. */
function variantsOf({ type, fields }: AuthTypeFields): readonly Record<string, unknown>[] {
  const begin = { ...initialOf(fields), consumerKey: 'key', service: 'service', region: 'region', parts: PARTS }
  const chosen = fields.flatMap(({ key, choices = [] }) => choices.map((choice) => ({ ...begin, [key]: choice })))
  const placed = type === 'hmac' ? ['text', 'base64', 'hex'] : []
  const custom = placed.map((secretEncoding) => ({ ...begin, preset: 'custom', secretEncoding }))
  return [begin, ...chosen, ...custom]
}

const VARIANTS = AUTH_TYPES.flatMap((type) => variantsOf(type).map((settings) => ({ type: type.type, settings })))

/** The keys of what is sealed, and the token a provider gave. */
const sealedOf = ({ type, settings }: (typeof VARIANTS)[number]): readonly string[] => [
  ...new Set(askedFields({ type, settings }).flatMap(({ key, secret }) => (secret ? [key] : []))),
  ...(type === 'oauth2' ? ['accessToken', 'refreshToken'] : []),
]

const withBody = request({
  method: 'POST',
  headers: [['Content-Type', 'application/json']],
  body: new TextEncoder().encode('{"a":1}'),
})

describe('any secret', () => {
  const sound = { username: 'user', accessKeyId: 'AKID' }
  const pieces = fc.constantFrom(
    'a',
    'Z',
    '0',
    ':',
    '%',
    '%2',
    '+',
    '=',
    ' ',
    'é',
    '😀',
    '\ud800',
    '\udc00',
    '\n',
    '\0',
    '"',
    '\\',
    ';',
    '${first}',
  )
  const pems = [
    rsaKeys().pkcs8,
    rsaKeys(1024).pkcs1,
    ecKeys('P-256').sec1,
    ecKeys('P-384').pkcs8,
    selfSignedCertificate().cert,
  ]
  const values = fc.oneof(
    fc.string({ unit: pieces, maxLength: 80 }),
    fc.string({ unit: 'binary' }),
    fc.constantFrom(...pems),
  )

  /** Signs with secrets in the order of their fields: a request or, where that is what a type is for, a webhook. */
  async function isRefusedWell(variant: (typeof VARIANTS)[number], given: readonly string[]): Promise<boolean> {
    const { type, settings } = variant
    const secrets = Object.fromEntries(sealedOf(variant).map((key, index) => [key, given[index] ?? '']))
    const all = { ...sound, ...secrets }
    authTypeOf(type).redactionValues(secrets, settings)
    const signed =
      type === 'hmac'
        ? await signWebhook(settings, all, new Uint8Array(), context)
        : await sign(type, settings, all, withBody)
    if (signed.ok) return true
    const said = JSON.stringify(signed.error)
    const long = Object.values(secrets).filter((secret) => secret.length >= 8)
    const isSilent = long.every((secret) => !said.includes(JSON.stringify(secret).slice(1, -1)))
    return isSilent && ['field', 'header', 'name'].some((param) => param in signed.error.params)
  }

  it('V14 is signed with, or refused by its name without being repeated, and nothing throws', async () => {
    const secrets = fc.array(values, { minLength: 4, maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...VARIANTS), secrets, async (variant, given) => {
        expect(await isRefusedWell(variant, given)).toBe(true)
      }),
      { numRuns: 400 },
    )
  })

  it.each(['0', 'é'])('V14 may be a megabyte of %s', async (piece) => {
    const long = piece.repeat(1_000_000 / piece.length)
    for (const type of AUTH_TYPES) {
      const [settings = {}] = variantsOf(type)
      expect(await isRefusedWell({ type: type.type, settings }, [long, long, long, long])).toBe(true)
    }
  })

  it.each(VARIANTS)('X10 $type with $settings is among what is redacted', (variant) => {
    const { type, settings } = variant
    const secrets = Object.fromEntries(sealedOf(variant).map((key) => [key, `the secret of ${key}`]))
    const { values: hidden } = authTypeOf(type).redactionValues({ ...sound, ...secrets }, settings)
    expect(hidden).toEqual(expect.arrayContaining(Object.values(secrets)))
    const [first] = Object.entries(secrets)
    const partly = first ? Object.fromEntries([first]) : {}
    expect(authTypeOf(type).redactionValues(partly, settings).values).toEqual(
      expect.arrayContaining(Object.values(partly)),
    )
  })
})
