import { authTypeOf, type AuthRequest } from '#auth'
import fc from 'fast-check'
import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'

const KEYS = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY' }
const NOW = Date.UTC(2015, 7, 30, 12, 36, 0)
const DATE_TIME = '20150830T123600Z'
const EXAMPLE = { region: 'us-east-1', service: 'service' }
const encoder = new TextEncoder()

const get = (url: string): AuthRequest => ({ method: 'GET', url, headers: [], body: null })
const sign = (request: AuthRequest, settings: object, secrets: object = KEYS) =>
  authTypeOf('aws-sigv4').sign(request, settings, secrets, { clock: () => NOW, nonce: () => 'n' })

/** Every header of the signed request by its name in lower case; or the problem. */
async function headersOf(...given: Parameters<typeof sign>): Promise<Record<string, string>> {
  const signed = await sign(...given)
  if (!signed.ok) throw new Error(JSON.stringify(signed.error))
  const names = signed.value.headers.map(([name]) => name.toLowerCase())
  expect(new Set(names).size).toBe(names.length)
  return Object.fromEntries(signed.value.headers.map(([name, value]) => [name.toLowerCase(), value]))
}

const scopeOf = (authorization = ''): string =>
  /Credential=[^/]+\/\d{8}\/(.+)\/aws4_request/.exec(authorization)?.[1] ?? ''

const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex')
const hmac = (key: string | Buffer, data: string): Buffer => createHmac('sha256', key).update(data).digest()
const escaped = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** What is to be signed, by its parts: the rules are AWS's "Create a signed AWS API request", with node's cryptography. */
interface Signing {
  readonly method: string
  readonly host: string
  readonly segments: readonly string[]
  readonly query: readonly (readonly [string, string])[]
  readonly headers: readonly (readonly [string, string])[]
  readonly body: string
  readonly region: string
  readonly service: string
}

function authorizationOf({ method, host, segments, query, headers, body, region, service }: Signing): string {
  // Every service but S3 escapes each segment once more, as it came over the wire.
  const canonicalSegment = (segment: string) => escaped(service === 's3' ? segment : encodeURIComponent(segment))
  const pairs = query.map(([name, value]) => [escaped(name), escaped(value)] as const)
  const sorted = pairs
    .map((pair) => pair.join('='))
    .toSorted((a, b) => (a.replace('=', '\0') < b.replace('=', '\0') ? -1 : 1))
  const lines = Object.fromEntries([
    ['host', host],
    ...headers.map(([name, value]) => [name.toLowerCase(), value.trim()]),
  ])
  const names = Object.keys(lines).toSorted()
  const canonical = [
    method,
    `/${segments.map(canonicalSegment).join('/')}`,
    sorted.join('&'),
    ...names.map((name) => `${name}:${lines[name]}`),
    '',
    names.join(';'),
    sha256(body),
  ].join('\n')
  const scope = `20150830/${region}/${service}/aws4_request`
  const toSign = ['AWS4-HMAC-SHA256', DATE_TIME, scope, sha256(canonical)].join('\n')
  const key = ['20150830', region, service, 'aws4_request'].reduce<Buffer>(
    (previous, part) => hmac(previous, part),
    Buffer.from(`AWS4${KEYS.secretAccessKey}`),
  )
  const signature = hmac(key, toSign).toString('hex')
  return `AWS4-HMAC-SHA256 Credential=${KEYS.accessKeyId}/${scope}, SignedHeaders=${names.join(';')}, Signature=${signature}`
}

describe('AWS Signature Version 4', () => {
  it('V14 signs the example get-vanilla of AWS', async () => {
    expect(await headersOf(get('https://example.amazonaws.com/'), EXAMPLE)).toEqual({
      'x-amz-date': DATE_TIME,
      authorization:
        'AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders=host;x-amz-date, ' +
        'Signature=5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31',
    })
  })

  it('V14 signs what a second implementation signs', async () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 8 })
    const segment = fc.string({
      unit: fc.constantFrom('a', 'Z', '9', '-', '.', '_', '~', ' ', 'é', '☃', '!', '*', '(', ':', '@'),
    })
    const cases = fc.record({
      method: fc.constantFrom('GET', 'POST', 'PUT', 'DELETE'),
      segments: fc.array(
        segment.map((own) => `s${own}`),
        { minLength: 1, maxLength: 3 },
      ),
      query: fc.uniqueArray(
        fc.tuple(
          text.map((own) => `q${own}`),
          text,
        ),
        { selector: ([name]) => name, maxLength: 4 },
      ),
      target: fc.string({ unit: fc.constantFrom('a', 'B', '.', '_', '9'), minLength: 1 }),
      body: text,
      service: fc.constantFrom('service', 's3', 'dynamodb'),
      sessionToken: fc.constantFrom('', 'AQoDYXdzEPT//////////wEXAMPLE'),
    })
    await fc.assert(
      fc.asyncProperty(cases, async ({ method, segments, query, target, body, service, sessionToken }) => {
        const host = 'api.example.com:8443'
        const path = segments.map(encodeURIComponent).join('/')
        const search = query.map((pair) => pair.map(encodeURIComponent).join('=')).join('&')
        const request = {
          method,
          url: `https://${host}/${path}${search === '' ? '' : `?${search}`}`,
          headers: [['X-Amz-Target', target]] as const,
          body: body === '' ? null : encoder.encode(body),
        }
        const signed = await headersOf(request, { region: 'eu-central-1', service }, { ...KEYS, sessionToken })
        const added = [
          ['X-Amz-Date', DATE_TIME],
          ...(service === 's3' ? [['X-Amz-Content-Sha256', sha256(body)]] : []),
          ...(sessionToken === '' ? [] : [['X-Amz-Security-Token', sessionToken]]),
        ] as [string, string][]
        const headers = [...request.headers, ...added]
        const authorization = authorizationOf({
          method,
          host,
          segments,
          query,
          headers,
          body,
          region: 'eu-central-1',
          service,
        })
        const expected = Object.fromEntries(headers.map(([name, value]) => [name.toLowerCase(), value]))
        expect(signed).toEqual({ ...expected, authorization })
      }),
      { numRuns: 300 },
    )
  })

  it.each([
    ['https://my-bucket.s3.eu-central-1.amazonaws.com/a', {}, 'eu-central-1/s3'],
    ['https://s3.amazonaws.com/my-bucket/a', {}, 'us-east-1/s3'],
    ['https://dynamodb.eu-west-1.amazonaws.com/', {}, 'eu-west-1/dynamodb'],
    ['https://abc123.execute-api.ap-south-1.amazonaws.com/prod', {}, 'ap-south-1/execute-api'],
    ['https://iam.amazonaws.com/', {}, 'us-east-1/iam'],
    ['https://abc.lambda-url.eu-north-1.on.aws/', {}, 'eu-north-1/lambda'],
    ['https://ec2.cn-north-1.amazonaws.com.cn/', {}, 'cn-north-1/ec2'],
    ['https://account.r2.cloudflarestorage.com/b', {}, 'auto/s3'],
    ['https://dynamodb.eu-west-1.amazonaws.com/', { region: 'us-west-2' }, 'us-west-2/dynamodb'],
    ['https://minio.example.com/bucket', { region: 'home', service: 's3' }, 'home/s3'],
  ])('V14 signs %s with %j for %s', async (url, settings, scope) => {
    const { authorization } = await headersOf(get(url), settings)
    expect(scopeOf(authorization)).toBe(scope)
  })

  it.each([
    ['https://api.example.com/', {}, 'aws-service-missing', 'service'],
    ['https://api.example.com/', { region: 'eu-west-1' }, 'aws-service-missing', 'service'],
    ['https://api.example.com/', { service: 's3' }, 'aws-region-missing', 'region'],
    ['https://amazonaws.com.example.com/', { service: 's3' }, 'aws-region-missing', 'region'],
    ['https://api.example.com/', { service: 's3', region: '東京' }, 'auth-settings-invalid', 'region'],
    ['https://api.example.com/', { service: 's3/x', region: 'eu' }, 'auth-settings-invalid', 'service'],
  ])('V14 asks for what %s with %j does not say', async (url, settings, code, field) => {
    expect(await sign(get(url), settings)).toMatchObject({ ok: false, error: { code, params: { field } } })
  })

  it('V14 signs the body of S3, whatever the step says its hash is', async () => {
    const body = encoder.encode('hello')
    const url = 'https://b.s3.eu-central-1.amazonaws.com/a'
    const own = { method: 'PUT', url, headers: [['x-amz-content-sha256', 'UNSIGNED-PAYLOAD']] as const, body }
    const signed = await headersOf(own, {})
    expect(signed).toEqual(await headersOf({ ...own, headers: [] }, {}))
    expect(signed).toMatchObject({ 'x-amz-content-sha256': sha256('hello') })
  })

  it('V14 gives way to no date, token or signature of the step', async () => {
    const url = 'https://sqs.eu-central-1.amazonaws.com/'
    const headers = ['X-AMZ-DATE', 'authorization', 'x-amz-security-token'].map((name) => [name, 'mine'] as const)
    const secrets = { ...KEYS, sessionToken: 'token' }
    expect(await headersOf({ ...get(url), headers }, {}, secrets)).toEqual(await headersOf(get(url), {}, secrets))
  })

  it.each([
    [{ ...KEYS, secretAccessKey: 'hunter2\ud800' }, 'auth-value-invalid', { field: 'secretAccessKey' }],
    [{ ...KEYS, secretAccessKey: '' }, 'auth-value-missing', { field: 'secretAccessKey' }],
    [{ ...KEYS, accessKeyId: '' }, 'auth-value-missing', { field: 'accessKeyId' }],
    [{ ...KEYS, accessKeyId: 'hunter2\n' }, 'header-newline', { header: 'Authorization' }],
    [{ ...KEYS, sessionToken: 'hunter2☃' }, 'header-characters', { header: 'X-Amz-Security-Token' }],
  ])('V14 refuses %j without repeating it', async (secrets, code, params) => {
    const refused = await sign(get('https://api.example.com/'), EXAMPLE, secrets)
    expect(refused).toMatchObject({ ok: false, error: { code, params } })
    expect(JSON.stringify(refused)).not.toContain('hunter2')
  })

  it('V14 refuses a header of the step that cannot be sent, by its name', async () => {
    const request = { ...get('https://api.example.com/'), headers: [['X-Note', '☃']] as const }
    expect(await sign(request, EXAMPLE)).toMatchObject({
      error: { code: 'header-characters', params: { header: 'X-Note' } },
    })
  })
})
