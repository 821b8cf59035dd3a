import { describe, expect, it } from 'vitest'
import { relayRequest, startLocalServer, startUpstream } from './local-server-fixture.ts'

const envelope = JSON.stringify(relayRequest({ url: 'http://nothing.invalid/' }))

describe('Host', () => {
  it.each(['evil.example', 'localhost', 'localhost:1', 'localhost.evil.example', '192.168.0.1', 'LOCALHOST.'])(
    'refuses %s everywhere: a rebound name must get nothing',
    async (host) => {
      const { call } = await startLocalServer()
      for (const path of ['/', '/assets/main-a1B2c3D4.js', '/demo', '/session', '/relay/http']) {
        const answer = await call('GET', path, { headers: { Host: host } })
        expect(answer).toMatchObject({ status: 403 })
        expect(answer.json()).toEqual({ code: 'bad-host' })
      }
    },
  )

  it('leads 127.0.0.1 and ::1 to localhost, path and query kept, nowhere else', async () => {
    const { call, server, port } = await startLocalServer()
    for (const host of [`127.0.0.1:${port}`, `[::1]:${port}`]) {
      const answer = await call('GET', '//evil.example/x?a=1', { headers: { Host: host } })
      expect(answer.status).toBe(307)
      expect(answer.headers.location).toBe(`${server.url}//evil.example/x?a=1`)
      expect(answer.text).toBe('')
    }
  })

  it('does not redirect a relay call, which carries a token', async () => {
    const { call, port, trusted } = await startLocalServer()
    const headers = { ...trusted, Host: `127.0.0.1:${port}` }
    const answer = await call('POST', '/relay/http', { headers, body: envelope })
    expect(answer.status).toBe(403)
    expect(answer.json()).toEqual({ code: 'bad-host' })
  })

  it('takes the name in any case and refuses a target that is no path', async () => {
    const { call, port } = await startLocalServer()
    expect((await call('GET', '/', { headers: { Host: `LocalHost:${port}` } })).status).toBe(200)
    expect((await call('GET', 'http://evil.example/')).status).toBe(400)
  })
})

describe('the relay’s gates', () => {
  it.each([
    ['no origin', { Origin: null }, 'bad-origin'],
    ['another origin', { Origin: 'https://evil.example' }, 'bad-origin'],
    ['an opaque origin', { Origin: 'null' }, 'bad-origin'],
    ['another port of this machine', { Origin: 'http://localhost:1' }, 'bad-origin'],
    ['no fetch metadata', { 'Sec-Fetch-Site': null }, 'bad-fetch-site'],
    ['same-site', { 'Sec-Fetch-Site': 'same-site' }, 'bad-fetch-site'],
    ['cross-site', { 'Sec-Fetch-Site': 'cross-site' }, 'bad-fetch-site'],
    ['no token', { 'x-patchbay-token': null }, 'bad-token'],
    ['a wrong token', { 'x-patchbay-token': 'a'.repeat(43) }, 'bad-token'],
    ['a short token', { 'x-patchbay-token': 'a' }, 'bad-token'],
  ])('%s is refused', async (_name, changed, code) => {
    const { call, trusted } = await startLocalServer()
    const all: Record<string, string | null> = { ...trusted, ...changed }
    const headers = Object.fromEntries(
      Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== null),
    )
    for (const path of ['/relay/http', '/relay/probe', '/relay/other']) {
      const answer = await call('POST', path, { headers, body: envelope })
      expect(answer.status).toBe(403)
      expect(answer.json()).toEqual({ code })
    }
  })

  it('another process’s token is refused', async () => {
    const [one, two] = await Promise.all([startLocalServer(), startLocalServer()])
    const headers = { ...one.trusted, 'x-patchbay-token': two.session.token }
    expect((await one.call('POST', '/relay/http', { headers, body: envelope })).json()).toEqual({ code: 'bad-token' })
    expect((await one.call('POST', '/relay/http', { headers: one.trusted, body: envelope })).status).toBe(200)
  })

  it('gives no cross-origin permission to anybody', async () => {
    const { call, trusted } = await startLocalServer()
    const asked = await call('OPTIONS', '/relay/http', { headers: { Origin: 'https://evil.example' } })
    expect(asked.status).toBe(403)
    const answered = await call('POST', '/relay/http', { headers: trusted, body: envelope })
    for (const { headers } of [asked, answered]) expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(answered.headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' })
  })

  it('takes POST and JSON only, of a limited size, in the right shape', async () => {
    const { call, trusted } = await startLocalServer()
    const status = async (method: string, headers: Readonly<Record<string, string>>, body?: string) =>
      (
        await call(method, '/relay/http', {
          headers: { ...trusted, ...headers },
          ...(body === undefined ? {} : { body }),
        })
      ).status
    expect(await status('GET', {})).toBe(405)
    expect(await status('POST', { 'Content-Type': 'text/plain' }, envelope)).toBe(415)
    expect(await status('POST', {}, '{')).toBe(400)
    expect(await status('POST', {}, JSON.stringify({ ...relayRequest({ url: '' }), extra: 1 }))).toBe(400)
    expect(await status('POST', {}, JSON.stringify(relayRequest({ url: 'http://x/', method: 'get' })))).toBe(400)
    expect(await status('POST', { 'Content-Length': '40000000' }, '{')).toBe(413)
    expect(await status('POST', { 'Transfer-Encoding': 'chunked' }, 'x'.repeat(34_000_000))).toBe(413)
  })

  it('an unknown endpoint is a 404 once the gates are passed', async () => {
    const { call, trusted } = await startLocalServer()
    expect((await call('POST', '/relay/other', { headers: trusted, body: '{}' })).status).toBe(404)
  })
})

describe('GET /session', () => {
  it('gives a page of this origin token and version', async () => {
    const { session, call } = await startLocalServer()
    expect(session).toEqual({ token: expect.stringMatching(/^[\w-]{43}$/), version: '9.9.9' })
    const answer = await call('GET', '/session', { headers: { 'Sec-Fetch-Site': 'same-origin' } })
    expect(answer.json()).toEqual(session)
    expect(answer.headers['cache-control']).toBe('no-store')
  })

  it.each(['cross-site', 'same-site', 'none', undefined])('refuses fetch site %s', async (site) => {
    const { call } = await startLocalServer()
    const answer = await call('GET', '/session', { headers: site ? { 'Sec-Fetch-Site': site } : {} })
    expect(answer.status).toBe(403)
    expect(answer.text).not.toContain('token"')
  })

  it('is another one in every process', async () => {
    const [one, two] = await Promise.all([startLocalServer(), startLocalServer()])
    expect(one.session.token).not.toBe(two.session.token)
  })
})

describe('POST /relay/probe', () => {
  const cors = (methods = 'GET', headers = '') => ({
    'Access-Control-Allow-Origin': 'http://localhost:4400',
    'Access-Control-Allow-Methods': methods,
    'Access-Control-Allow-Headers': headers,
  })

  it('says reachable for a server that lets the page read', async () => {
    const upstream = await startUpstream((_request, response) => response.writeHead(204, cors('GET', 'x-key')).end())
    const { probe } = await startLocalServer({ allow: [upstream.host] })
    expect(await probe({ url: upstream.url, headerNames: ['X-Key'] })).toEqual({ outcome: 'reachable', status: 204 })
    expect(upstream.seen.map(({ method }) => method)).toEqual(['OPTIONS', 'GET'])
    expect(upstream.seen[0]?.headers).toMatchObject({
      origin: 'http://localhost:4400',
      'access-control-request-method': 'GET',
      'access-control-request-headers': 'x-key',
    })
    expect(upstream.seen[1]?.headers).not.toHaveProperty('x-key')
  })

  it('says cors, with the status, for a server that does not', async () => {
    const upstream = await startUpstream((_request, response) => response.writeHead(401).end())
    const { probe } = await startLocalServer({ allow: [upstream.host] })
    expect(await probe({ url: upstream.url })).toEqual({ outcome: 'cors', status: 401, reason: 'no-allow-origin' })
    expect(upstream.seen.map(({ method }) => method)).toEqual(['GET'])
  })

  it('never sends a writing method, and reads a write’s permission from the preflight alone', async () => {
    const upstream = await startUpstream((_request, response) => response.writeHead(200, cors('DELETE')).end())
    const { probe } = await startLocalServer({ allow: [upstream.host] })
    expect(await probe({ url: upstream.url, method: 'DELETE' })).toMatchObject({ outcome: 'reachable' })
    expect(await probe({ url: upstream.url, method: 'PATCH' })).toMatchObject({ outcome: 'cors', reason: 'method' })
    expect(new Set(upstream.seen.map(({ method }) => method))).toEqual(new Set(['OPTIONS']))
  })

  it('passes the same guard and gives the same failures', async () => {
    const upstream = await startUpstream((_request, response) => response.end())
    const { probe } = await startLocalServer()
    expect(await probe({ url: upstream.url })).toMatchObject({ outcome: 'failure', code: 'egress-blocked' })
    expect(await probe({ url: 'http://nothing.invalid/' })).toMatchObject({ code: 'dns' })
    expect(await probe({ url: upstream.url, origin: 'not an origin' })).toMatchObject({ code: 'bad-request' })
    expect(await probe({ url: upstream.url, headerNames: ['a\nb'] })).toMatchObject({ code: 'bad-request' })
    expect(upstream.seen).toEqual([])
  })
})
