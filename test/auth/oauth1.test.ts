import { authTypeOf, OAuth1Secrets, OAuth1Settings, signOAuth1, type AuthRequest } from '#auth'
import { askedFields } from '#domain'
import fc from 'fast-check'
import { createHash, createHmac, createPublicKey, createSign, createVerify } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text as textOf } from 'node:stream/consumers'
import OAuth from 'oauth-1.0a'
import { afterAll, describe, expect, it } from 'vitest'
import { baseStringOf } from '../../src/auth/oauth1-base-string.ts'
import { rsaKeys } from '../fixtures/private-keys.ts'

const FORM = 'application/x-www-form-urlencoded'
const keys = rsaKeys()
const encoder = new TextEncoder()

const get = (url: string): AuthRequest => ({ method: 'GET', url, headers: [], body: null })
const post = (url: string, body: string, type = FORM): AuthRequest => ({
  method: 'POST',
  url,
  headers: [['Content-Type', type]],
  body: encoder.encode(body),
})

/** The parts of the header that signing sets, decoded; or the problem. */
async function signed(
  request: AuthRequest,
  settings: Partial<OAuth1Settings>,
  secrets: Partial<OAuth1Secrets>,
  { timestamp = 137131200, nonce = 'nonce', further = {} } = {},
) {
  const context = { clock: () => timestamp * 1000 + 999, nonce: () => nonce }
  const known = OAuth1Settings.parse({ consumerKey: 'key', ...settings })
  const result = await signOAuth1(request, known, OAuth1Secrets.parse(secrets), context, further)
  return result.ok ? partsOf(result.value.headers.find(([name]) => name === 'Authorization')?.[1] ?? '') : result.error
}

function partsOf(header: string): Record<string, string> {
  expect(header).toMatch(/^OAuth /)
  const parts = [...header.slice('OAuth '.length).matchAll(/([\w%]+)="((?:[^"\\]|\\.)*)"(?:, |$)/g)]
  expect(parts.map(([part]) => part).join('')).toBe(header.slice('OAuth '.length))
  // A realm is quoted, not percent-encoded.
  const decoded = (name: string, value: string) => (name === 'realm' ? value : decodeURIComponent(value))
  return Object.fromEntries(parts.map(([, name = '', value = '']) => [decodeURIComponent(name), decoded(name, value)]))
}

describe('OAuth 1.0a by published examples', () => {
  it('V14 asks for a token as RFC 5849 section 1.2 does', async () => {
    const parts = await signed(
      { ...get('https://photos.example.net/initiate'), method: 'POST' },
      { consumerKey: 'dpf43f3p2l4k3l03', includeVersion: 'off', realm: 'Photos' },
      { consumerSecret: 'kd94hf93k423kf44' },
      { nonce: 'wIjqoS', further: { oauth_callback: 'http://printer.example.com/ready' } },
    )
    expect(parts).toEqual({
      realm: 'Photos',
      oauth_consumer_key: 'dpf43f3p2l4k3l03',
      oauth_signature_method: 'HMAC-SHA1',
      oauth_timestamp: '137131200',
      oauth_nonce: 'wIjqoS',
      oauth_callback: 'http://printer.example.com/ready',
      oauth_signature: '74KNZJeDHnMBp0EMJ9ZHt/XKycU=',
    })
  })

  it('V14 changes the token as RFC 5849 section 1.2 does', async () => {
    const parts = await signed(
      { ...get('https://photos.example.net/token'), method: 'POST' },
      { consumerKey: 'dpf43f3p2l4k3l03', includeVersion: 'off' },
      { consumerSecret: 'kd94hf93k423kf44', oauthToken: 'hh5s93j4hdidpola', tokenSecret: 'hdhd0244k9j7ao03' },
      { timestamp: 137131201, nonce: 'walatlh', further: { oauth_verifier: 'hfdp7dh39dks9884' } },
    )
    expect(parts).toMatchObject({ oauth_signature: 'gKgrFCywp7rO0OXSjdot/IHF7IU=' })
  })

  it('V14 gets a photo as RFC 5849 section 1.2 does', async () => {
    const parts = await signed(
      get('http://photos.example.net/photos?file=vacation.jpg&size=original'),
      { consumerKey: 'dpf43f3p2l4k3l03', includeVersion: 'off' },
      { consumerSecret: 'kd94hf93k423kf44', oauthToken: 'nnch734d00sl2jdk', tokenSecret: 'pfkkdhi9sl3r4s00' },
      { timestamp: 137131202, nonce: 'chapoH' },
    )
    expect(parts).toMatchObject({ oauth_signature: 'MdpQcU8iPSUjWoN/UDMsK2sui9I=' })
  })

  it('V14 posts a status as a published API guide does', async () => {
    const status = encodeURIComponent('Hello Ladies + Gentlemen, a signed OAuth request!')
    const parts = await signed(
      post('https://api.twitter.com/1/statuses/update.json?include_entities=true', `status=${status}`),
      { consumerKey: 'xvz1evFS4wEEPTGEFPHBog' },
      {
        consumerSecret: 'kAcSOqF21Fu85e7zjz7ZN2U4ZRhfV3WpwPAoE3Z7kBw',
        oauthToken: '370773112-GmHxMAgYyLbNEtIKZeRNFsMKPR9EyMZeS9weJAEb',
        tokenSecret: 'LswwdoUaIvS8ltyTt5jkRh4J50vUPVVHtR2YPi5kE',
      },
      { timestamp: 1318622958, nonce: 'kYjzVBB8Y0ZFabxSWbWovY3uYSQ2pTgmZeNu2VS4cg' },
    )
    expect(parts).toMatchObject({ oauth_version: '1.0', oauth_signature: 'tnnArxj06cWHq44gCs1OSKk/jLY=' })
  })
})

const METHODS = OAuth1Settings.shape.signatureMethod.unwrap().options

/** The other implementation, with node's cryptography. */
function oracleOf(method: string, consumer: { key: string; secret: string }) {
  const [scheme, hash = ''] = method.split('-')
  return new OAuth({
    consumer,
    signature_method: method,
    hash_function: (base, key) => {
      if (scheme === 'PLAINTEXT') return key
      if (scheme === 'HMAC') return createHmac(hash, key).update(base).digest('base64')
      return createSign(`RSA-${hash}`).update(base).sign(keys.pkcs8, 'base64')
    },
    body_hash_function: (body) => createHash(hash).update(body).digest('base64'),
  })
}

const text = fc.string({ unit: 'grapheme', maxLength: 12 })
const filled = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
const name = fc.string({
  unit: fc.constantFrom('a', 'z', 'A', 'Z', '0', '9', '-', '.', '_', '~'),
  minLength: 1,
  maxLength: 5,
})

/** What the other implementation can read, too: query and form share no name, and several values of one are never empty. */
const cases = fc.record({
  method: fc.constantFrom('GET', 'POST', 'PUT', 'PATCH', 'DELETE'),
  path: fc.array(name, { maxLength: 3 }).map((names) => names.map((own) => `/p${own}`).join('') || '/'),
  query: fc.dictionary(
    name.map((own) => `q${own}`),
    text,
    { maxKeys: 4 },
  ),
  repeated: fc.array(filled, { maxLength: 3 }),
  form: fc.option(
    fc.dictionary(
      filled.map((own) => `f${own}`),
      text,
      { maxKeys: 4 },
    ),
    { nil: null },
  ),
  signatureMethod: fc.constantFrom(...METHODS),
  includeVersion: fc.constantFrom('on' as const, 'off' as const),
  realm: fc.string({ maxLength: 10 }),
  consumerKey: filled,
  consumerSecret: filled,
  token: fc.option(fc.record({ key: filled, secret: text }), { nil: null }),
  nonce: filled,
  timestamp: fc.nat(),
})

describe('OAuth 1.0a beside another implementation', () => {
  it('V14 signs whatever is sent as it does', async () => {
    await fc.assert(
      fc.asyncProperty(cases, async (given) => {
        const pairs = [...Object.entries(given.query), ...given.repeated.map((value) => ['repeated', value] as const)]
        const query = pairs.map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&')
        const url = `https://api.example.com${given.path}${query === '' ? '' : `?${query}`}`
        const request = given.form
          ? { ...post(url, new URLSearchParams(given.form).toString()), method: given.method }
          : { ...get(url), method: given.method }
        const { token, consumerKey, consumerSecret, signatureMethod, nonce, timestamp } = given
        const parts = await signed(
          request,
          { consumerKey, signatureMethod, includeVersion: given.includeVersion, realm: given.realm.trim() },
          { consumerSecret, privateKey: keys.pkcs8, oauthToken: token?.key ?? '', tokenSecret: token?.secret ?? '' },
          { timestamp, nonce },
        )
        const expected: Record<string, string> = {
          oauth_consumer_key: consumerKey,
          oauth_signature_method: signatureMethod,
          oauth_timestamp: String(timestamp),
          oauth_nonce: nonce,
          ...(token && { oauth_token: token.key }),
          ...(given.includeVersion === 'on' && { oauth_version: '1.0' }),
        }
        const oracle = oracleOf(signatureMethod, { key: consumerKey, secret: consumerSecret })
        const signature = oracle.getSignature({ url, method: given.method, data: { ...given.form } }, token?.secret, {
          ...expected,
        } as never)
        const { realm: _realm, ...own } = parts as Record<string, string>
        expect(own).toEqual({ ...expected, oauth_signature: signature })
      }),
      { numRuns: 300 },
    )
  })

  it.each(METHODS.filter((method) => method.startsWith('RSA')))(
    'V14 %s is verified with the public key',
    async (signatureMethod) => {
      const request = get('https://api.example.com/a?b=c')
      for (const privateKey of [keys.pkcs8, keys.pkcs1]) {
        const parts = (await signed(request, { signatureMethod }, { privateKey })) as Record<string, string>
        const { oauth_signature: signature = '', ...own } = parts
        const verify = createVerify(signatureMethod).update(baseStringOf(request, Object.entries(own)))
        expect(verify.verify(createPublicKey(keys.spki), signature, 'base64')).toBe(true)
      }
    },
  )

  it.each(['HMAC-SHA1', 'HMAC-SHA256', 'RSA-SHA512'] as const)(
    'V14 hashes a body that is no form with the hash of %s, and signs the hash',
    async (signatureMethod) => {
      const settings = { signatureMethod, bodyHash: 'on' } as const
      const secrets = { consumerSecret: 'cs', privateKey: keys.pkcs8 }
      const request = post('https://api.example.com/', '{"a":1}', 'application/json')
      const oracle = oracleOf(signatureMethod, { key: 'key', secret: 'cs' })
      oracle.getNonce = () => 'nonce'
      oracle.getTimeStamp = () => 137131200
      const expected = oracle.authorize({ url: request.url, method: 'POST', data: '{"a":1}', includeBodyHash: true })
      expect(await signed(request, settings, secrets)).toEqual({ ...expected, oauth_timestamp: '137131200' })
      const ofNothing = createHash(signatureMethod.split('-')[1] ?? '').digest('base64')
      expect(await signed({ ...request, body: null }, settings, secrets)).toMatchObject({ oauth_body_hash: ofNothing })
    },
  )

  it('V14 hashes no form and nothing of PLAINTEXT, where the hash would mean nothing', async () => {
    const form = post('https://api.example.com/', 'a=b')
    const json = post('https://api.example.com/', '{}', 'application/json')
    const secrets = { consumerSecret: 'cs' }
    expect(await signed(form, { bodyHash: 'on' }, secrets)).not.toHaveProperty('oauth_body_hash')
    const plain = await signed(json, { bodyHash: 'on', signatureMethod: 'PLAINTEXT' }, secrets)
    expect(plain).not.toHaveProperty('oauth_body_hash')
  })

  it('V14 quotes a realm, and refuses one that no header can carry', async () => {
    expect(
      await signed(get('https://a.example/'), { realm: 'the "good" \\ one' }, { consumerSecret: 'cs' }),
    ).toMatchObject({
      realm: 'the \\"good\\" \\\\ one',
    })
    expect(
      await signed(get('https://a.example/'), { realm: 'a\r\nX-Evil: 1' }, { consumerSecret: 'cs' }),
    ).toMatchObject({
      code: 'header-newline',
    })
    expect(await signed(get('https://a.example/'), { realm: '領域' }, { consumerSecret: 'cs' })).toMatchObject({
      code: 'header-characters',
    })
  })
})

describe('OAuth 1.0a at a server', () => {
  const consumer = { key: 'consumer', secret: 'consumer & secret' }
  const token = { key: 'tok/en', secret: 'sécret' }
  const oracle = oracleOf('HMAC-SHA256', consumer)
  function isAuthentic({ method = '', url = '', headers }: IncomingMessage, body: string): boolean {
    const { oauth_signature: signature, ...own } = partsOf(headers.authorization ?? '')
    const data = headers['content-type'] === FORM ? Object.fromEntries(new URLSearchParams(body)) : {}
    const sent = { url: `http://${headers.host}${url}`, method, data }
    return signature === oracle.getSignature(sent, token.secret, own as never) && own['oauth_token'] === token.key
  }
  const server = createServer((request, response) => {
    void textOf(request).then((body) => response.writeHead(isAuthentic(request, body) ? 200 : 401).end())
  })
  const listening = new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterAll(() => new Promise((resolve) => server.close(resolve)))

  async function statusOf(change: (signed: AuthRequest) => AuthRequest) {
    await listening
    const { port } = server.address() as AddressInfo
    const result = await authTypeOf('oauth1').sign(
      post(`http://127.0.0.1:${port}/v1/notes?tag=a%20b&sort=%C3%A9`, 'title=Hello+World&text=100%25%20*'),
      { signatureMethod: 'HMAC-SHA256', consumerKey: consumer.key },
      { consumerSecret: consumer.secret, oauthToken: token.key, tokenSecret: token.secret },
      { clock: () => 1_700_000_000_000, nonce: () => 'once' },
    )
    if (!result.ok) throw new Error(result.error.code)
    const { method, url, headers, body } = change(result.value)
    const sent = headers.map(([header, value]): [string, string] => [header, value])
    return (await fetch(url, { method, headers: sent, body })).status
  }

  it('V14 is accepted as it was signed', async () => {
    expect(await statusOf((request) => request)).toBe(200)
  })

  it.each<[string, (request: AuthRequest) => AuthRequest]>([
    ['query', (request) => ({ ...request, url: request.url.replace('a%20b', 'a%20c') })],
    ['path', (request) => ({ ...request, url: request.url.replace('notes', 'note') })],
    ['form', (request) => ({ ...request, body: encoder.encode('title=Hello+World&text=100%25%20%2B') })],
    ['method', (request) => ({ ...request, method: 'PUT' })],
  ])('V14 is refused with another %s', async (_what, change) => {
    expect(await statusOf(change)).toBe(401)
  })
})

describe('what OAuth 1.0a refuses and hides', () => {
  const request = get('https://api.example.com/')

  it.each([
    [{ signatureMethod: 'HMAC-SHA1' }, {}, 'auth-value-missing', 'consumerSecret'],
    [{ signatureMethod: 'PLAINTEXT' }, {}, 'auth-value-missing', 'consumerSecret'],
    [{ signatureMethod: 'RSA-SHA256' }, { consumerSecret: 'cs' }, 'auth-value-missing', 'privateKey'],
    [{ signatureMethod: 'RSA-SHA256' }, { privateKey: 'hunter2hunter2' }, 'pem-none', 'privateKey'],
    [{}, { consumerSecret: 'hunter2\ud800' }, 'auth-value-invalid', 'consumerSecret'],
    [{}, { consumerSecret: 'cs', tokenSecret: '\udc00hunter2' }, 'auth-value-invalid', 'tokenSecret'],
    [{ consumerKey: '\ud800' }, { consumerSecret: 'cs' }, 'auth-value-invalid', 'consumerKey'],
  ] as const)('V14 refuses %j with %j', async (settings, secrets, code, field) => {
    const refused = await signed(request, settings, secrets)
    expect(refused).toMatchObject({ code, params: { field } })
    expect(JSON.stringify(refused)).not.toContain('hunter2')
  })

  it('V14 refuses a key that is too short to be safe, and takes an old one of 1024 bits', async () => {
    const settings = { signatureMethod: 'RSA-SHA512' } as const
    expect(await signed(request, settings, { privateKey: rsaKeys(512).pkcs8 })).toMatchObject({
      code: 'private-key-short',
      params: { field: 'privateKey', bits: 1024 },
    })
    expect(await signed(request, settings, { privateKey: rsaKeys(1024).pkcs8 })).toHaveProperty('oauth_signature')
  })

  it('X10 hides what PLAINTEXT makes of the secrets, which the header escapes twice', async () => {
    const secrets = { consumerSecret: 'con/sumer secret', tokenSecret: 'to+ken', privateKey: '', oauthToken: 'token' }
    const { values } = authTypeOf('oauth1').redactionValues(secrets, {
      consumerKey: 'key',
      signatureMethod: 'PLAINTEXT',
    })
    expect(values).toEqual(expect.arrayContaining(['con/sumer secret', 'con%2Fsumer%20secret', 'to+ken', 'to%2Bken']))
  })

  it('V14 needs no more than its form asks for', async () => {
    const settings = { flow: 'tokens', signatureMethod: 'HMAC-SHA1', consumerKey: 'key' }
    const required = askedFields({ type: 'oauth1', settings }, 'secrets').filter((field) => field.required)
    const secrets = Object.fromEntries(required.map(({ key }) => [key, 'value']))
    expect(await signed(request, { consumerKey: 'key' }, secrets)).toHaveProperty('oauth_signature')
  })
})
