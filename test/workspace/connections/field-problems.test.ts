import { AUTH_TYPES, type AuthTypeKey } from '#domain'
import { en, formProblems } from '#texts'
import { fieldProblems } from '#workspace'
import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, it } from 'vitest'

const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
const KEY = privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
const CERTIFICATE = '-----BEGIN CERTIFICATE-----\nTUlJQg==\n-----END CERTIFICATE-----'

type Values = Readonly<Record<string, unknown>>

/** Settings of each type that are good as they are, and values and secrets for every field they ask for. */
const GOOD: Readonly<Record<Exclude<AuthTypeKey, 'none'>, Values>> = {
  'api-key': { insertIn: 'header', headerName: 'X-Key', valueTemplate: 'Key ${key}', apiKey: 'abc' },
  bearer: { token: 'abc' },
  basic: { username: 'ada', password: 'pa:ss%é😀' },
  oauth2: {
    grant: 'authorization-code',
    authorizationUrl: 'https://login.test/authorize?tenant=1',
    tokenUrl: 'https://login.test/token',
    clientId: 'me',
    clientSecret: 'se:cr%et',
    scopes: 'read, write',
    scopeSeparator: 'space',
    clientAuth: 'header',
    pkce: 'on',
    issuer: 'https://login.test',
    authorizationParameters: [{ name: 'prompt', value: 'consent' }],
    tokenParameters: [{ name: 'audience', value: 'é' }],
  },
  oauth1: {
    flow: 'tokens',
    signatureMethod: 'HMAC-SHA256',
    consumerKey: 'key',
    includeVersion: 'on',
    bodyHash: 'off',
    realm: 'Photos',
    consumerSecret: 'kd94%&é',
    oauthToken: 'token',
    tokenSecret: 'pfkkd',
  },
  jwt: {
    algorithm: 'ES256',
    issuer: 'me',
    subject: 'you',
    audience: 'api',
    lifetime: '300',
    keyId: '1',
    claims: [{ name: 'scope', value: 'read' }],
    headerName: 'Authorization',
    valueTemplate: 'Bearer ${token}',
    privateKey: KEY,
  },
  'aws-sigv4': {
    region: 'eu-central-1',
    service: 's3',
    accessKeyId: 'AKIA1',
    secretAccessKey: 'a/b+c',
    sessionToken: 'x=',
  },
  'client-certificate': { certificate: CERTIFICATE, privateKey: KEY },
  custom: {
    parts: [
      { name: 'X-App', value: '${app}', in: 'header' },
      { name: 'token', value: 'v1 ${user-token}', in: 'body' },
      { name: 'X-Version', value: '2', in: 'header' },
    ],
    app: 'abc',
    'user-token': 'é😀',
  },
  hmac: {
    preset: 'custom',
    algorithm: 'SHA-256',
    signatureHeader: 'X-Signature',
    encoding: 'hex',
    prefix: 'sha256=',
    signedContent: '${id}.${timestamp}.${body}',
    separator: ' ',
    timestampHeader: 'X-Time',
    idHeader: 'X-Id',
    secretEncoding: 'text',
    tolerance: '300',
    webhookSecret: 'whsec',
    previousSecret: 'old',
  },
}

/** What is wrong with values of a type in all groups, as `field: code`. */
function wrong(type: keyof typeof GOOD, changes: Values = {}): readonly string[] {
  const values = { ...GOOD[type], ...changes }
  const groups = ['settings', 'method-secrets', 'values', 'secrets'] as const
  return groups
    .flatMap((group) => fieldProblems({ type, settings: values, group, values }))
    .map(({ at, code }) => `${String(at['field'])}: ${code}`)
}

const MEGABYTE = 'a'.repeat(1_000_000)
const row = (name: string, value: string, place?: string) => ({
  name,
  value,
  ...(place !== undefined && { in: place }),
})

/** Type, what is changed of what is good, and what must then be said beside which field. */
const WRONG: readonly (readonly [type: keyof typeof GOOD, changes: Values, said: string])[] = [
  ['api-key', { insertIn: 'body' }, 'settings.insertIn: field-choice'],
  ['api-key', { headerName: '' }, 'settings.headerName: field-missing'],
  ['api-key', { headerName: 'X-Key\nHost: evil' }, 'settings.headerName: header-name-invalid'],
  ['api-key', { headerName: 'Content-Length' }, 'settings.headerName: header-name-forbidden'],
  [
    'api-key',
    { insertIn: 'cookie', cookieName: 'my session', valueTemplate: '${key}' },
    'settings.cookieName: cookie-name-invalid',
  ],
  [
    'api-key',
    { insertIn: 'cookie', cookieName: 'session', valueTemplate: 'a b${key}' },
    'settings.valueTemplate: field-not-for-cookie',
  ],
  [
    'api-key',
    { insertIn: 'cookie', cookieName: 'session', valueTemplate: '${key}', apiKey: 'a;b' },
    'secrets.apiKey: field-not-for-cookie',
  ],
  ['api-key', { insertIn: 'query', parameterName: ' ' }, 'settings.parameterName: field-missing'],
  ['api-key', { valueTemplate: 'Bearer' }, 'settings.valueTemplate: key-template-placeholder'],
  ['api-key', { valueTemplate: '${key} ${other}' }, 'settings.valueTemplate: template-unknown'],
  ['api-key', { valueTemplate: 'schlüssel€ ${key}' }, 'settings.valueTemplate: field-not-latin'],
  ['api-key', { apiKey: 'a\nb' }, 'secrets.apiKey: field-newline'],
  ['api-key', { apiKey: 'a\u0000b' }, 'secrets.apiKey: field-control-character'],
  ['api-key', { apiKey: '😀' }, 'secrets.apiKey: field-not-latin'],
  ['api-key', { apiKey: 'a\uD800b' }, 'secrets.apiKey: field-half-character'],
  ['api-key', { apiKey: MEGABYTE }, 'secrets.apiKey: field-too-long'],
  ['bearer', { token: '' }, 'secrets.token: field-missing'],
  ['bearer', { token: '€' }, 'secrets.token: field-not-latin'],
  ['bearer', { token: MEGABYTE }, 'secrets.token: field-too-long'],
  ['basic', { username: 'ada:x' }, 'values.username: username-colon'],
  ['basic', { username: '' }, 'values.username: field-missing'],
  ['basic', { password: 'a\rb' }, 'secrets.password: field-newline'],
  ['basic', { password: MEGABYTE }, 'secrets.password: field-too-long'],
  ['oauth2', { grant: 'implicit' }, 'settings.grant: field-choice'],
  ['oauth2', { authorizationUrl: 'login.test/authorize' }, 'settings.authorizationUrl: url-invalid'],
  ['oauth2', { authorizationUrl: 'localhost:8080/authorize' }, 'settings.authorizationUrl: url-invalid'],
  ['oauth2', { authorizationUrl: 'javascript:alert(1)' }, 'settings.authorizationUrl: url-scheme'],
  ['oauth2', { tokenUrl: 'ftp://login.test/token' }, 'settings.tokenUrl: url-scheme'],
  ['oauth2', { tokenUrl: 'https://me:pw@login.test/token' }, 'settings.tokenUrl: url-credentials'],
  ['oauth2', { tokenUrl: 'https://login.test/to ken' }, 'settings.tokenUrl: url-invalid'],
  ['oauth2', { tokenUrl: 'https://login.test/token#' }, 'settings.tokenUrl: url-fragment'],
  ['oauth2', { tokenUrl: 'http://login.test/token' }, 'settings.tokenUrl: url-insecure'],
  ['oauth2', { tokenUrl: 'http://localhost.login.test/token' }, 'settings.tokenUrl: url-insecure'],
  ['oauth2', { tokenUrl: '' }, 'settings.tokenUrl: field-missing'],
  ['oauth2', { grant: 'device', deviceUrl: 'https:' }, 'settings.deviceUrl: url-invalid'],
  ['oauth2', { issuer: 'https://login.test?x=1' }, 'settings.issuer: url-query'],
  ['oauth2', { issuer: 'login.test' }, 'settings.issuer: url-invalid'],
  ['oauth2', { clientId: '' }, 'settings.clientId: field-missing'],
  ['oauth2', { clientSecret: MEGABYTE }, 'methodSecrets.clientSecret: field-too-long'],
  ['oauth2', { clientSecret: 'a\nb' }, 'methodSecrets.clientSecret: field-newline'],
  ['oauth2', { scopes: 'read "write"' }, 'settings.scopes: scope-characters'],
  ['oauth2', { scopes: 'größe' }, 'settings.scopes: scope-characters'],
  ['oauth2', { scopeSeparator: ';' }, 'settings.scopeSeparator: field-choice'],
  ['oauth2', { pkce: 'yes' }, 'settings.pkce: field-choice'],
  ['oauth2', { authorizationParameters: [row('', 'x')] }, 'settings.authorizationParameters.0.name: row-name-missing'],
  [
    'oauth2',
    { authorizationParameters: [row('state', 'x')] },
    'settings.authorizationParameters.0.name: row-name-reserved',
  ],
  [
    'oauth2',
    { tokenParameters: [row('', ''), row('grant_type', 'x')] },
    'settings.tokenParameters.1.name: row-name-reserved',
  ],
  ['oauth2', { tokenParameters: [row('a', MEGABYTE)] }, 'settings.tokenParameters.0.value: row-too-long'],
  ['oauth1', { flow: 'two' }, 'settings.flow: field-choice'],
  ['oauth1', { signatureMethod: 'MD5' }, 'settings.signatureMethod: field-choice'],
  ['oauth1', { consumerKey: '' }, 'settings.consumerKey: field-missing'],
  ['oauth1', { consumerSecret: '' }, 'secrets.consumerSecret: field-missing'],
  ['oauth1', { realm: 'a\nb' }, 'settings.realm: field-newline'],
  ['oauth1', { signatureMethod: 'RSA-SHA1', privateKey: 'abc' }, 'secrets.privateKey: pem-none'],
  ['jwt', { algorithm: 'none' }, 'settings.algorithm: field-choice'],
  ['jwt', { lifetime: '0' }, 'settings.lifetime: number-range'],
  ['jwt', { lifetime: '5 min' }, 'settings.lifetime: number-range'],
  ['jwt', { lifetime: '1e3' }, 'settings.lifetime: number-range'],
  ['jwt', { lifetime: '-1' }, 'settings.lifetime: number-range'],
  ['jwt', { claims: [row('exp', '1')] }, 'settings.claims.0.name: row-name-reserved'],
  ['jwt', { claims: [row('a', '1'), row('a', '2')] }, 'settings.claims.1.name: row-name-twice'],
  ['jwt', { claims: [row('constructor', '1')] }, 'settings.claims.0.name: row-name-unusable'],
  ['jwt', { headerName: 'X Token' }, 'settings.headerName: header-name-invalid'],
  ['jwt', { valueTemplate: '${key}' }, 'settings.valueTemplate: template-unknown'],
  ['jwt', { valueTemplate: 'Bearer' }, 'settings.valueTemplate: template-placeholder'],
  ['jwt', { privateKey: CERTIFICATE }, 'secrets.privateKey: pem-wrong'],
  ['jwt', { privateKey: KEY.replaceAll('PRIVATE', 'ENCRYPTED PRIVATE') }, 'secrets.privateKey: pem-encrypted'],
  ['jwt', { privateKey: MEGABYTE }, 'secrets.privateKey: field-too-long'],
  ['jwt', { algorithm: 'HS256', signingSecret: '' }, 'secrets.signingSecret: field-missing'],
  ['aws-sigv4', { region: 'eu central' }, 'settings.region: aws-name-invalid'],
  ['aws-sigv4', { service: 's3/' }, 'settings.service: aws-name-invalid'],
  ['aws-sigv4', { accessKeyId: 'AKIA 1' }, 'values.accessKeyId: field-space'],
  ['aws-sigv4', { secretAccessKey: '' }, 'secrets.secretAccessKey: field-missing'],
  ['aws-sigv4', { sessionToken: '€' }, 'secrets.sessionToken: field-not-latin'],
  ['client-certificate', { certificate: KEY }, 'secrets.certificate: pem-wrong'],
  ['client-certificate', { privateKey: KEY.slice(0, 60) }, 'secrets.privateKey: pem-none'],
  ['custom', { parts: [] }, 'settings.parts: rows-missing'],
  ['custom', { parts: [row('', '', 'header')] }, 'settings.parts: rows-missing'],
  ['custom', { parts: 'X-App' }, 'settings.parts: rows-missing'],
  ['custom', { parts: [row('X-Version', '2', 'header')] }, 'settings.parts: parts-without-placeholder'],
  ['custom', { parts: [row('', '${app}', 'header')] }, 'settings.parts.0.name: row-name-missing'],
  ['custom', { parts: [row('X App', '${app}', 'header')] }, 'settings.parts.0.name: header-name-invalid'],
  ['custom', { parts: [row('Host', '${app}', 'header')] }, 'settings.parts.0.name: header-name-forbidden'],
  ['custom', { parts: [row('X-App', '', 'header')] }, 'settings.parts.0.value: row-value-missing'],
  ['custom', { parts: [row('X-App', '${my key}', 'header')] }, 'settings.parts.0.value: placeholder-invalid'],
  ['custom', { parts: [row('X-App', '${constructor}', 'query')] }, 'settings.parts.0.value: placeholder-invalid'],
  ['custom', { parts: [row('X-App', '€ ${app}', 'header')] }, 'settings.parts.0.value: field-not-latin'],
  ['custom', { parts: [row('a', '${app}', 'path')] }, 'settings.parts.0.in: field-choice'],
  [
    'custom',
    { parts: [row('X-App', '${app}', 'header'), row('x-app', '${app}', 'header')] },
    'settings.parts.1.name: row-name-twice',
  ],
  ['custom', { app: '😀' }, 'secrets.app: field-not-latin'],
  ['custom', { app: '' }, 'secrets.app: field-missing'],
  ['hmac', { preset: 'gitlab' }, 'settings.preset: field-choice'],
  ['hmac', { algorithm: 'MD5' }, 'settings.algorithm: field-choice'],
  ['hmac', { signatureHeader: 'X:' }, 'settings.signatureHeader: header-name-invalid'],
  ['hmac', { encoding: 'utf8' }, 'settings.encoding: field-choice'],
  ['hmac', { signedContent: 'body' }, 'settings.signedContent: template-placeholder'],
  ['hmac', { signedContent: '${id}.${timestamp}' }, 'settings.signedContent: signed-content-without-body'],
  ['hmac', { timestampHeader: '' }, 'settings.timestampHeader: signed-without-header'],
  ['hmac', { signedContent: '${timestamp}.${body}' }, 'settings.idHeader: header-not-signed'],
  ['jwt', { algorithm: 'HS256', signingSecret: 'é'.repeat(15) }, 'secrets.signingSecret: signing-secret-short'],
  ['jwt', { lifetime: '86401' }, 'settings.lifetime: number-range'],
  ['hmac', { signedContent: '${body}${nonce}' }, 'settings.signedContent: template-unknown'],
  ['hmac', { tolerance: '0' }, 'settings.tolerance: number-range'],
  ['hmac', { tolerance: '100000' }, 'settings.tolerance: number-range'],
  ['hmac', { webhookSecret: '' }, 'secrets.webhookSecret: field-missing'],
  ['hmac', { preset: 'standard-webhooks', webhookSecret: 'whsec_%%%' }, 'secrets.webhookSecret: secret-not-base64'],
  ['hmac', { secretEncoding: 'base64', webhookSecret: 'a' }, 'secrets.webhookSecret: secret-not-base64'],
  ['hmac', { secretEncoding: 'hex', webhookSecret: 'abc' }, 'secrets.webhookSecret: secret-not-hex'],
]

describe('fieldProblems', () => {
  it.each(Object.keys(GOOD) as (keyof typeof GOOD)[])('V20 takes what %s can do with', (type) => {
    expect(wrong(type)).toEqual([])
  })

  it.each(WRONG)('V20 says of %s with %j: %s', (type, changes, said) => {
    expect(wrong(type, changes)).toContain(said)
    const code = said.split(': ')[1] ?? ''
    expect(Object.keys({ ...en.problems, ...formProblems })).toContain(code)
  })

  it('V20 takes whatever can be sent: colons, percent signs, accents and emoji where they are encoded', () => {
    const odd = 'a:b%20é😀'
    expect(wrong('basic', { password: odd })).toEqual([])
    expect(wrong('oauth2', { clientSecret: odd, clientId: odd })).toEqual([])
    expect(wrong('oauth1', { consumerSecret: odd, tokenSecret: odd })).toEqual([])
    expect(wrong('hmac', { webhookSecret: odd })).toEqual([])
    expect(wrong('api-key', { insertIn: 'query', parameterName: 'key', apiKey: odd })).toEqual([])
    expect(wrong('api-key', { apiKey: 'a:b%20é' })).toEqual([])
  })

  it('takes http for a token URL of this machine', () => {
    for (const host of ['localhost:9000', '127.0.0.1:9000', '[::1]:9000']) {
      expect(wrong('oauth2', { tokenUrl: `http://${host}/token` })).toEqual([])
    }
  })

  it('says something about every type there is', () => {
    const types = new Set(WRONG.map(([type]) => type))
    expect(AUTH_TYPES.map(({ type }) => type).filter((type) => type !== 'none' && !types.has(type))).toEqual([])
  })

  it('never repeats a secret', () => {
    const secrets = {
      apiKey: 'top\nsecret',
      token: 'top\nsecret',
      clientSecret: 'top\nsecret',
      privateKey: 'top-secret',
    }
    const found = AUTH_TYPES.flatMap(({ type }) =>
      (['method-secrets', 'secrets'] as const).flatMap((group) =>
        fieldProblems({ type, settings: { algorithm: 'RS256', grant: 'password' }, group, values: secrets }),
      ),
    )
    expect(found.length).toBeGreaterThan(4)
    expect(JSON.stringify(found)).not.toContain('top')
  })
})
