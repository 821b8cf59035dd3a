import type { Json, JsonFlaw } from '#base'
import { behaviourOf } from '#connectors/behaviours'
import type { Failure } from '#domain'
import { describe, expect, it } from 'vitest'
import { perform, responseOf } from '../../behaviour-fixture.ts'

const send = behaviourOf('http', 'send')
const url = 'https://api.test/items'

const requestOf = async (inputs: Readonly<Record<string, Json>>) => {
  const { sent, result } = await perform(send, { url, ...inputs })
  return sent[0] ?? (result.ok ? undefined : result.error)
}

describe('HTTP Send request: what is sent', () => {
  it('sends method, URL, query and headers in order; keys may repeat, nothing is left out', async () => {
    const request = await requestOf({
      method: 'get',
      query: [
        ['tag', 'a'],
        ['tag', 'b'],
        ['n', 5],
        ['skip', null],
        ['list', [1, 2]],
        ['', 'x'],
      ],
      headers: [['X-One', '1']],
    })
    expect(request).toEqual({
      method: 'GET',
      url,
      query: [
        ['tag', 'a'],
        ['tag', 'b'],
        ['n', '5'],
        ['list', '1'],
        ['list', '2'],
      ],
      headers: [['X-One', '1']],
      body: { kind: 'none' },
      timeoutMs: 30_000,
    })
  })

  it.each([
    [{ bodyType: 'json', jsonBody: { a: 1 } }, '{"a":1}', 'application/json'],
    [
      {
        bodyType: 'form',
        formBody: [
          ['a b', 'c&d'],
          ['e', 1],
        ],
      },
      'a+b=c%26d&e=1',
      'application/x-www-form-urlencoded',
    ],
    [{ bodyType: 'text', textBody: 'hello' }, 'hello', 'text/plain;charset=UTF-8'],
  ])('sends %j as its body', async (inputs, text, contentType) => {
    expect(await requestOf({ method: 'POST', ...inputs })).toMatchObject({ body: { kind: 'text', text, contentType } })
  })

  it.each([
    ['text', true],
    ['json', undefined],
    ['auto', undefined],
  ])('asks for a body that it expects as %s: as it came %s', async (expected, asText) => {
    const request = await requestOf({ expect: expected })
    expect(request && 'asText' in request ? request.asText : undefined).toBe(asText)
  })

  it('takes the content type from a header row, once', async () => {
    const headers = [
      ['content-type', 'application/vnd.api+json'],
      ['X-A', '1'],
    ]
    const request = await requestOf({ method: 'POST', bodyType: 'json', jsonBody: {}, headers })
    expect(request).toMatchObject({ headers: [['X-A', '1']], body: { contentType: 'application/vnd.api+json' } })
  })

  it.each([
    [0.01, 1000],
    [2.5, 2500],
    [10_000, 600_000],
    ['x', 30_000],
  ])('gives up after %j seconds: %i ms', async (timeoutSeconds, timeoutMs) => {
    expect(await requestOf({ timeoutSeconds })).toMatchObject({ timeoutMs })
  })
})

describe('HTTP Send request: what is refused before sending', () => {
  const refused = async (inputs: Readonly<Record<string, Json>>, using?: null) => {
    const { sent, result } = await perform(send, { url, ...inputs }, undefined, using)
    expect(sent).toEqual([])
    return result.ok ? undefined : result.error
  }

  it.each([
    [[['X-Name', 'a\r\nInjected: yes']], 'header-newline', 'X-Name'],
    [[['X-Name', 'a\n']], 'header-newline', 'X-Name'],
    [[['X-Name', 'a\0b']], 'header-newline', 'X-Name'],
    [[['X-A\nB', 'a']], 'header-newline', 'X-A\\nB'],
    [[['X Name', 'a']], 'header-name', 'X Name'],
    [[['X-Name', '€']], 'header-characters', 'X-Name'],
  ])('a header %j', async (headers, code, header) => {
    expect(await refused({ headers })).toMatchObject({ code, params: { header }, at: { input: 'headers' } })
  })

  it('a content type with a newline', async () => {
    const headers = [['Content-Type', 'text/plain\r\nX: y']]
    expect(await refused({ method: 'POST', bodyType: 'text', textBody: '', headers })).toMatchObject({
      code: 'header-newline',
    })
  })

  it.each([
    ['http://', 'url-invalid'],
    ['https://exa mple.com', 'url-invalid'],
    ['//evil.test/x', 'url-invalid'],
    ['/x\ny', 'url-invalid'],
    ['\\\\evil.test', 'url-invalid'],
    ['file:///etc/passwd', 'url-scheme'],
    ['javascript:alert(1)', 'url-scheme'],
  ])('the URL %j', async (bad, code) => {
    expect(await refused({ url: bad })).toMatchObject({ code, at: { input: 'url' } })
  })

  it('a path without a connection to stand below', async () => {
    expect(await refused({ url: '/items' }, null)).toMatchObject({ code: 'url-relative', at: { input: 'url' } })
  })

  it('methods that are none, and bodies where none may be', async () => {
    expect(await refused({ method: 'GET /' })).toMatchObject({ code: 'method-invalid' })
    expect(await refused({ method: 'CONNECT' })).toMatchObject({ code: 'method-invalid' })
    expect(await refused({ method: 'GET', bodyType: 'text', textBody: 'x' })).toMatchObject({
      code: 'body-not-allowed',
    })
  })
})

describe('HTTP Send request: what comes back', () => {
  const html = responseOf(
    { kind: 'text', text: '<!doctype html><p>Sign in', cut: false },
    { headers: { 'content-type': 'text/html' } },
  )
  const malformedOf = (text: string, flaw: JsonFlaw) =>
    responseOf({ kind: 'malformed', contentType: 'application/json', text, flaw })
  const malformed = malformedOf('{"a":1,}', { kind: 'syntax', position: 7 })

  const outcome = async (response: Parameters<typeof perform>[2], inputs: Readonly<Record<string, Json>> = {}) => {
    const { result } = await perform(send, { url, ...inputs }, response)
    return result.ok ? result.value : result.error
  }

  it('gives status, headers and body', async () => {
    const json = responseOf({ kind: 'json', value: [1] }, { status: 201, headers: { a: 'b' } })
    expect(await outcome(json)).toEqual({ status: 201, headers: { a: 'b' }, body: [1] })
    expect(await outcome(responseOf({ kind: 'empty' }))).toMatchObject({ body: null })
    const binary = responseOf({ kind: 'binary', data: 'AAE=', contentType: 'image/png', cut: false })
    expect(await outcome(binary)).toMatchObject({ body: { data: 'AAE=', contentType: 'image/png' } })
  })

  it('takes a web page as text, or fails where JSON was expected', async () => {
    expect(await outcome(html)).toMatchObject({ body: '<!doctype html><p>Sign in' })
    expect(await outcome(html, { expect: 'json' })).toMatchObject({
      code: 'html-instead-of-json',
      params: { contentType: 'text/html', preview: '<!doctype html><p>Sign in' },
    })
    expect(await outcome(html, { expect: 'text' })).toMatchObject({ body: '<!doctype html><p>Sign in' })
  })

  it('says where JSON breaks', async () => {
    expect(await outcome(malformed)).toMatchObject({ code: 'bad-json', params: { position: 7, preview: '{"a":1,}' } })
    expect(await outcome(malformed, { expect: 'text' })).toMatchObject({ body: '{"a":1,}' })
    const deep = malformedOf('[[[[…', { kind: 'depth', position: 500 })
    expect(await outcome(deep)).toMatchObject({
      code: 'response-too-deep',
      params: { position: 500, preview: '[[[[…' },
    })
  })

  it('gives all of a text that is no JSON, and shows only its beginning', async () => {
    const text = '{"a":1}\n'.repeat(1000)
    const lines = malformedOf(text, { kind: 'syntax', position: 8 })
    expect(await outcome(lines, { expect: 'text' })).toEqual({ status: 200, headers: {}, body: text })
    expect(await outcome(lines)).toMatchObject({ params: { preview: `${text.slice(0, 299)}…` } })
    const refused = { ...lines, status: 422 }
    expect(await outcome(refused)).toMatchObject({ params: { preview: `${text.slice(0, 499)}…` } })
  })

  it.each([
    [401, 'http-401', false],
    [403, 'http-403', false],
    [404, 'http-404', false],
    [408, 'http-4xx', true],
    [422, 'http-4xx', false],
    [429, 'http-429', true],
    [500, 'http-5xx', true],
    [503, 'http-5xx', true],
  ])('fails on status %i as %s', async (status, code, retryable) => {
    const response = responseOf({ kind: 'json', value: { error: 'no' } }, { status, headers: { 'retry-after': '7' } })
    expect(await outcome(response)).toMatchObject({
      code,
      retryable,
      params: { status, preview: '{"error":"no"}', retryAfter: 7 },
    })
    expect(await outcome(response, { failOnStatus: false })).toMatchObject({ status, body: { error: 'no' } })
  })

  it('Limits: says in seconds how long the API asks to wait, also where it names a date', async () => {
    const receivedAt = Date.UTC(2026, 9, 21, 7, 26, 0)
    const headers = { 'retry-after': 'Wed, 21 Oct 2026 07:28:00 GMT' }
    const waitOf = async (more: object) => {
      const failure = await outcome(responseOf({ kind: 'empty' }, { status: 429, headers, ...more }))
      return (failure as Failure).params['retryAfter']
    }
    expect(await waitOf({ receivedAt })).toBe(120)
    expect(await waitOf({ receivedAt: receivedAt + 500 })).toBe(120)
    expect(await waitOf({ headers: { ...headers, date: 'Wed, 21 Oct 2026 07:27:00 GMT' } })).toBe(60)
    expect(await waitOf({})).toBeUndefined()
    expect(await waitOf({ headers: { 'retry-after': 'soon' } })).toBeUndefined()
  })

  it('hands on that no response came', async () => {
    const lost: Failure = { code: 'connection-refused', params: {}, retryable: true, at: {} }
    expect(await outcome(lost)).toEqual(lost)
  })
})
