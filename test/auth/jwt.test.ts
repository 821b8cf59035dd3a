import { authTypeOf, type AuthRequest, type MadeToken } from '#auth'
import { decodeProtectedHeader, jwtVerify, type JWTPayload } from 'jose'
import { describe, expect, it } from 'vitest'
import { ecKeys, rsaKeys } from '../fixtures/private-keys.ts'

const rsa = rsaKeys()
const p256 = ecKeys('P-256')
const p384 = ecKeys('P-384')
const NOW = 1_700_000_000
const SECRET = 'ein-Schlüssel-von-genügender-Länge-für-alle-drei-Algorithmen-hier'
const secretBytes = new TextEncoder().encode(SECRET)
const request: AuthRequest = {
  method: 'GET',
  url: 'https://api.example.com/',
  headers: [['Accept', '*/*']],
  body: null,
}

const sign = (settings: object, secrets: object, clock = () => NOW * 1000 + 999, made?: MadeToken) =>
  authTypeOf('jwt').sign(request, settings, secrets, { clock, nonce: () => 'n', ...(made && { made }) })

/** The header that signing sets. */
async function headerOf(settings: object, secrets: object, name = 'Authorization'): Promise<string> {
  const signed = await sign(settings, secrets)
  if (!signed.ok) throw new Error(JSON.stringify(signed.error))
  expect(signed.value).toMatchObject({ ...request, headers: [...request.headers, [name, expect.any(String)]] })
  const value = signed.value.headers.at(-1)?.[1] ?? ''
  // Whoever sees the token could use it.
  expect(signed.value.made).toEqual({ value: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/), issuedAt: NOW })
  expect(value).toContain(signed.value.made?.value)
  return value
}

const tokenOf = async (settings: object, secrets: object) => (await headerOf(settings, secrets)).replace(/^Bearer /, '')

const ALGORITHMS: readonly [algorithm: string, secrets: object, key: Parameters<typeof jwtVerify>[1]][] = [
  ['HS256', { signingSecret: SECRET }, secretBytes],
  ['HS384', { signingSecret: SECRET }, secretBytes],
  ['HS512', { signingSecret: SECRET }, secretBytes],
  ['RS256', { privateKey: rsa.pkcs8 }, rsa.publicKey],
  ['RS384', { privateKey: rsa.pkcs1 }, rsa.publicKey],
  ['RS512', { privateKey: rsa.pkcs8 }, rsa.publicKey],
  ['ES256', { privateKey: p256.pkcs8 }, p256.publicKey],
  ['ES256', { privateKey: p256.sec1 }, p256.publicKey],
  ['ES384', { privateKey: p384.sec1 }, p384.publicKey],
]

/** What a verifier that insists on everything finds in a token. */
async function claimsOf(settings: object): Promise<JWTPayload> {
  const token = await tokenOf({ algorithm: 'HS256', ...settings }, { signingSecret: SECRET })
  return (await jwtVerify(token, secretBytes, { currentDate: new Date(NOW * 1000) })).payload
}

describe('a signed JWT', () => {
  it.each(ALGORITHMS)('V14 %s is verified by another implementation', async (algorithm, secrets, key) => {
    const settings = { algorithm, issuer: 'iss', subject: 'sub', audience: 'aud', keyId: 'key-1', lifetime: '120' }
    const token = await tokenOf(settings, secrets)
    const { payload, protectedHeader } = await jwtVerify(token, key, {
      algorithms: [algorithm],
      issuer: 'iss',
      audience: 'aud',
      typ: 'JWT',
      currentDate: new Date(NOW * 1000),
    })
    expect(payload).toEqual({ iss: 'iss', sub: 'sub', aud: 'aud', iat: NOW, exp: NOW + 120 })
    expect(protectedHeader).toEqual({ alg: algorithm, typ: 'JWT', kid: 'key-1' })
  })

  it('V14 says nothing that was left empty, and lives five minutes', async () => {
    expect(await claimsOf({ issuer: '', keyId: '' })).toEqual({ iat: NOW, exp: NOW + 300 })
    const token = await tokenOf({ algorithm: 'HS256', keyId: '' }, { signingSecret: SECRET })
    expect(decodeProtectedHeader(token)).toEqual({ alg: 'HS256', typ: 'JWT' })
  })

  it.each<[string, unknown]>([
    ['text', 'text'],
    ['', ''],
    ['true', true],
    ['null', null],
    ['42', 42],
    ['-1.5', -1.5],
    ['["a", "b"]', ['a', 'b']],
    ['{"role":"admin"}', { role: 'admin' }],
    ['"42"', '42'],
    ['007', '007'],
    // Numbers that JavaScript would change.
    ['12345678901234567890', '12345678901234567890'],
    ['1e999', '1e999'],
  ])('V14 gives the further claim %s its kind', async (value, expected) => {
    expect(await claimsOf({ claims: [{ name: 'extra', value }] })).toHaveProperty('extra', expected)
  })

  it('V14 lets no further claim replace what the token lives by, and leaves out one without a name', async () => {
    const claims = ['iss', 'exp', 'iat', ''].map((name) => ({ name, value: '1' }))
    expect(await claimsOf({ issuer: 'iss', claims })).toEqual({ iss: 'iss', iat: NOW, exp: NOW + 300 })
    expect(await claimsOf({ claims: [{ name: '__proto__', value: '{"a":1}' }] })).not.toHaveProperty('a')
  })

  it('V14 goes where and as the API wants it', async () => {
    const settings = { algorithm: 'HS256', headerName: 'X-Token', valueTemplate: 'v=${token};${token}' }
    const value = await headerOf(settings, { signingSecret: SECRET }, 'X-Token')
    const [, token = ''] = /^v=(\S+);\1$/.exec(value) ?? []
    expect((await jwtVerify(token, secretBytes, { currentDate: new Date(NOW * 1000) })).payload.iat).toBe(NOW)
  })

  it.each([
    [{ algorithm: 'HS256' }, {}, 'auth-value-missing', { field: 'signingSecret' }],
    [{ algorithm: 'RS256' }, { signingSecret: SECRET }, 'auth-value-missing', { field: 'privateKey' }],
    [{ algorithm: 'HS256' }, { signingSecret: `${SECRET}\ud800` }, 'auth-value-invalid', { field: 'signingSecret' }],
    [{ algorithm: 'HS256' }, { signingSecret: 'hunter2'.repeat(4) }, 'signing-secret-short', { bytes: 32 }],
    [{ algorithm: 'HS384' }, { signingSecret: 'hunter2'.repeat(6) }, 'signing-secret-short', { bytes: 48 }],
    [{ algorithm: 'HS512' }, { signingSecret: 'hunter2'.repeat(9) }, 'signing-secret-short', { bytes: 64 }],
    [{ algorithm: 'RS256' }, { privateKey: p256.pkcs8 }, 'pem-kind', { field: 'privateKey', expected: 'RSA' }],
    [{ algorithm: 'ES256' }, { privateKey: p384.sec1 }, 'pem-kind', { field: 'privateKey', expected: 'ECDSA P-256' }],
    [{ algorithm: 'ES384' }, { privateKey: rsa.pkcs1 }, 'pem-kind', { field: 'privateKey', expected: 'ECDSA P-384' }],
    [{ algorithm: 'RS256' }, { privateKey: rsaKeys(1024).pkcs8 }, 'private-key-short', { bits: 2048 }],
    [{ algorithm: 'none' }, {}, 'auth-settings-invalid', { field: 'algorithm' }],
    [{ algorithm: 'HS256', lifetime: '' }, {}, 'auth-settings-invalid', { field: 'lifetime' }],
    [{ algorithm: 'HS256', lifetime: '0.5' }, {}, 'auth-settings-invalid', { field: 'lifetime' }],
    [{ algorithm: 'HS256', valueTemplate: 'Bearer' }, {}, 'template-without-token', { field: 'valueTemplate' }],
    [{ algorithm: 'HS256', headerName: 'X Y' }, { signingSecret: SECRET }, 'header-name', { header: 'X Y' }],
    [
      { algorithm: 'HS256', valueTemplate: '${token}\n' },
      { signingSecret: SECRET },
      'header-newline',
      { header: 'Authorization' },
    ],
  ])('V14 refuses %j', async (settings, secrets, code, params) => {
    const refused = await sign(settings, secrets)
    expect(refused).toMatchObject({ ok: false, error: { code, params } })
    for (const secret of Object.values<string>(secrets)) {
      expect(JSON.stringify(refused)).not.toContain(secret.slice(0, 20))
    }
  })

  describe('that was made before with the same settings and secrets', () => {
    const made: MadeToken = { value: 'head.body.signature', issuedAt: NOW }
    const settings = { algorithm: 'HS256', lifetime: '120' }

    /** The token of a request that is signed so many seconds after the first one. */
    const tokenAfter = async (seconds: number, parts: object = settings) => {
      const signed = await sign(parts, { signingSecret: SECRET }, () => (NOW + seconds) * 1000 + 999, made)
      if (!signed.ok) throw new Error(JSON.stringify(signed.error))
      expect(signed.value.headers.at(-1)?.[1]).toBe(`Bearer ${signed.value.made?.value}`)
      return signed.value.made
    }

    it.each([0, 1, 60])('V14 goes with the request %i s later: half of its life is left', async (seconds) => {
      expect(await tokenAfter(seconds)).toEqual(made)
    })

    it.each([
      [61, 'less than half of its life is left'],
      [120, 'it has ended'],
      [-1, 'it is from the future: the clock was set back'],
    ])('V14 gives way to a new one %i s later: %s', async (seconds) => {
      const next = await tokenAfter(seconds)
      expect(next).toMatchObject({ issuedAt: NOW + seconds })
      expect(next?.value).not.toBe(made.value)
    })

    it('V14 gives way after five minutes however long it lives: APIs ask for young ones', async () => {
      const long = { ...settings, lifetime: '86400' }
      expect(await tokenAfter(300, long)).toEqual(made)
      expect(await tokenAfter(301, long)).toMatchObject({ issuedAt: NOW + 301 })
    })

    it('V14 serves all requests of a second, of however short a life', async () => {
      expect(await tokenAfter(0, { ...settings, lifetime: '1' })).toEqual(made)
      expect(await tokenAfter(1, { ...settings, lifetime: '1' })).toMatchObject({ issuedAt: NOW + 1 })
    })
  })

  it('V14 takes a secret as long as the hash, counted in bytes', async () => {
    expect((await sign({ algorithm: 'HS256' }, { signingSecret: 'é'.repeat(16) })).ok).toBe(true)
    expect((await sign({ algorithm: 'HS256' }, { signingSecret: 'é'.repeat(15) })).ok).toBe(false)
  })
})
