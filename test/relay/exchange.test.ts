import * as https from 'node:https'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { bodyText, relayRequest, startLocalServer, startUpstream } from './local-server-fixture.ts'
import { selfSignedCertificate } from '../fixtures/self-signed-certificate.ts'

const SECRET = 'Bearer canary-4711'
const authorized: [string, string][] = [
  ['Authorization', SECRET],
  ['X-Api-Key', SECRET],
  ['Accept', 'application/json'],
]

describe('POST /relay/http', () => {
  it('carries method, headers and body there and status, headers and bytes back', async () => {
    const upstream = await startUpstream((request, response) => {
      response.writeHead(
        201,
        'Made',
        [
          ['Set-Cookie', 'a=1'],
          ['Set-Cookie', 'b=2'],
          ['X-Got', request.headers['x-sent'] ?? ''],
        ].flat(),
      )
      request.pipe(response)
    })
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    const body = Buffer.from([0, 255, 10, 13])
    const answer = await relay({
      method: 'POST',
      url: `${upstream.url}/a%20b?c=d`,
      headers: [['X-Sent', 'yes']],
      body: body.toString('base64'),
    })
    expect(answer).toMatchObject({ outcome: 'response', status: 201, statusText: 'Made', cut: false, bytes: 4 })
    expect(answer).toMatchObject({ body: body.toString('base64'), url: `${upstream.url}/a%20b?c=d` })
    if (answer.outcome !== 'response') return
    expect(answer.headers.filter(([name]) => name === 'Set-Cookie')).toHaveLength(2)
    expect(answer.headers).toContainEqual(['X-Got', 'yes'])
    expect(upstream.seen[0]).toMatchObject({
      method: 'POST',
      url: '/a%20b?c=d',
      headers: { host: upstream.host, 'content-length': '4' },
    })
  })

  it('sends nothing of the page: no origin, no cookie, no token', async () => {
    const upstream = await startUpstream((_request, response) => response.end())
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    await relay({ url: upstream.url })
    expect(Object.keys(upstream.seen[0]?.headers ?? {}).toSorted()).toEqual([
      'accept',
      'accept-encoding',
      'connection',
      'host',
      'user-agent',
    ])
  })

  it('dials the checked address and asks for the name once', async () => {
    const upstream = await startUpstream((_request, response) => response.end('pinned'))
    const asked: string[] = []
    const { relay } = await startLocalServer({
      allow: [`api.example.test:${upstream.port}`],
      resolveName: (host) => {
        asked.push(host)
        return Promise.resolve([{ address: '127.0.0.1', family: 4 }])
      },
    })
    const answer = await relay({ url: `http://api.example.test:${upstream.port}/` })
    expect(bodyText(answer)).toBe('pinned')
    expect(asked).toEqual(['api.example.test'])
    expect(upstream.seen[0]?.headers.host).toBe(`api.example.test:${upstream.port}`)
  })

  it('does not reach this machine unless it was allowed', async () => {
    const upstream = await startUpstream((_request, response) => response.end())
    const { relay } = await startLocalServer()
    for (const host of ['127.0.0.1', 'localhost', '[::ffff:127.0.0.1]']) {
      expect(await relay({ url: `http://${host}:${upstream.port}/` })).toMatchObject({ code: 'egress-blocked' })
    }
    expect(upstream.seen).toEqual([])
  })

  it.each([
    ['ftp://example.com/', 'url-protocol'],
    ['file:///etc/passwd', 'url-protocol'],
    ['nonsense', 'url'],
    ['https://user:pass@example.com/', 'url-credentials'],
  ])('refuses %s', async (url, reason) => {
    const { relay } = await startLocalServer()
    expect(await relay({ url })).toEqual({ outcome: 'failure', code: 'bad-request', params: { reason } })
  })

  it('refuses TRACE, a header with a line break and a body that is not base64', async () => {
    const { relay } = await startLocalServer()
    const url = 'http://example.com/'
    expect(await relay({ url, method: 'TRACE' })).toMatchObject({ params: { reason: 'method' } })
    expect(await relay({ url, headers: [['X', 'a\nb']] })).toMatchObject({ params: { reason: 'header-value' } })
    expect(await relay({ url, body: '***' })).toMatchObject({ params: { reason: 'body' } })
  })
})

describe('redirects', () => {
  it('a secret does not follow to another origin, and the target never hears of it', async () => {
    const thief = await startUpstream((_request, response) => response.end('stolen'))
    const upstream = await startUpstream((_request, response) =>
      response.writeHead(302, { Location: `${thief.url}/path?with=token` }).end(),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host, thief.host] })
    const answer = await relay({ url: upstream.url, headers: authorized })
    expect(answer).toEqual({ outcome: 'failure', code: 'redirect-blocked', params: { origin: thief.url } })
    expect(thief.seen).toEqual([])
  })

  it('even in mode follow nothing but harmless headers crosses, and coming back does not restore them', async () => {
    let home = ''
    const other = await startUpstream((_request, response) =>
      response.writeHead(302, { Location: `${home}/end` }).end(),
    )
    const upstream = await startUpstream((request, response) =>
      request.url === '/end' ? response.end('end') : response.writeHead(302, { Location: other.url }).end(),
    )
    home = upstream.url
    const { relay } = await startLocalServer({ allow: [upstream.host, other.host] })
    const answer = await relay({ url: `${upstream.url}/start`, headers: authorized, redirect: 'follow' })
    expect(answer).toMatchObject({ outcome: 'response', url: `${upstream.url}/end` })
    expect(upstream.seen[0]?.headers.authorization).toBe(SECRET)
    expect([...other.seen, ...upstream.seen]).toHaveLength(3)
    for (const { headers } of [...other.seen, ...upstream.seen.slice(1)]) {
      expect(headers).not.toHaveProperty('authorization')
      expect(headers).not.toHaveProperty('x-api-key')
      expect(headers.accept).toBe('application/json')
    }
  })

  it('keeps the secret within the origin', async () => {
    const upstream = await startUpstream((request, response) =>
      request.url === '/end' ? response.end('end') : response.writeHead(307, { Location: '/end' }).end(),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    await relay({ url: upstream.url, headers: authorized })
    expect(upstream.seen[1]?.headers.authorization).toBe(SECRET)
  })

  it('checks every hop: a public name may not lead to this machine', async () => {
    const inside = await startUpstream((_request, response) => response.end('inside'))
    const upstream = await startUpstream((_request, response) =>
      response.writeHead(302, { Location: inside.url }).end(),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    expect(await relay({ url: upstream.url, redirect: 'follow' })).toMatchObject({
      code: 'egress-blocked',
      params: { port: inside.port },
    })
    expect(inside.seen).toEqual([])
  })

  it('gives up after five', async () => {
    const upstream = await startUpstream((_request, response) => response.writeHead(302, { Location: '/again' }).end())
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    expect(await relay({ url: upstream.url })).toMatchObject({ code: 'too-many-redirects' })
    expect(upstream.seen).toHaveLength(6)
  })
})

describe('failures', () => {
  it('timeout: a server that never answers, and one that never finishes', async () => {
    const upstream = await startUpstream((request, response) => {
      if (request.url === '/starts') response.writeHead(200).write('begin')
    })
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    expect(await relay({ url: upstream.url, timeoutMs: 120 })).toMatchObject({ code: 'timeout' })
    expect(await relay({ url: `${upstream.url}/starts`, timeoutMs: 120 })).toMatchObject({ code: 'timeout' })
  })

  it('refused: nobody listens', async () => {
    const closed = createServer()
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve))
    const { port } = closed.address() as AddressInfo
    await new Promise((resolve) => closed.close(resolve))
    const { relay } = await startLocalServer({ allow: [`127.0.0.1:${port}`] })
    expect(await relay({ url: `http://127.0.0.1:${port}/` })).toMatchObject({
      code: 'refused',
      params: { host: '127.0.0.1', port },
    })
  })

  it('dns: a name that does not exist', async () => {
    const { relay } = await startLocalServer()
    expect(await relay({ url: 'http://nothing.invalid/' })).toMatchObject({
      code: 'dns',
      params: { host: 'nothing.invalid' },
    })
  })

  it('tls: a certificate nobody vouches for, and a server without TLS', async () => {
    const secure = await startUpstream(
      (_request, response) => response.end('secret'),
      https.createServer(selfSignedCertificate()),
    )
    const plain = await startUpstream((_request, response) => response.end())
    const { relay } = await startLocalServer({ allow: [secure.host, plain.host] })
    expect(await relay({ url: `https://${secure.host}/`, headers: authorized })).toMatchObject({
      code: 'tls',
      params: { reason: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
    })
    expect(secure.seen).toEqual([])
    expect(await relay({ url: `https://${plain.host}/` })).toMatchObject({ code: 'tls' })
  })

  it('bad-response, connection-lost and headers-too-large tell apart what is wrong with an answer', async () => {
    const say = async (text: string) => {
      const server = createServer((socket) => {
        socket.on('error', () => {})
        socket.once('data', () => socket.end(text))
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onTestFinished(async () => {
        await new Promise((resolve) => server.close(resolve))
      })
      return `127.0.0.1:${(server.address() as AddressInfo).port}`
    }
    const many = `HTTP/1.1 200 OK\r\n${Array.from({ length: 600 }, (_, index) => `X-${index}: 1\r\n`).join('')}\r\n`
    const answersTo = [
      ['SSH-2.0-OpenSSH\r\n', 'bad-response'],
      ['', 'connection-lost'],
      ['HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n', 'bad-response'],
      [`HTTP/1.1 200 OK\r\nX-Long: ${'a'.repeat(70_000)}\r\n\r\n`, 'headers-too-large'],
      [many, 'headers-too-large'],
      ['HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nshort', 'connection-lost'],
    ] as const
    const hosts = await Promise.all(answersTo.map(([text]) => say(text)))
    const { relay } = await startLocalServer({ allow: hosts })
    const answers = await Promise.all(hosts.map((host) => relay({ url: `http://${host}/` })))
    expect(answers.map((answer) => answer.outcome === 'failure' && answer.code)).toEqual(
      answersTo.map(([, code]) => code),
    )
  })

  it('connection-lost: the other side resets', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {})
      socket.once('data', () => socket.resetAndDestroy())
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    onTestFinished(async () => {
      await new Promise((resolve) => server.close(resolve))
    })
    const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
    const { relay } = await startLocalServer({ allow: [host] })
    expect(await relay({ url: `http://${host}/` })).toMatchObject({
      code: 'connection-lost',
      params: { host: '127.0.0.1', reason: 'ECONNRESET' },
    })
  })

  it('never repeats a header or a body in a failure', async () => {
    const upstream = await startUpstream((_request, response) =>
      response.writeHead(302, { Location: 'http://other.test/' }).end(),
    )
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    const body = Buffer.from('canary-body').toString('base64')
    const answer = await relay({ method: 'POST', url: upstream.url, headers: authorized, body })
    expect(answer.outcome).toBe('failure')
    expect(JSON.stringify(answer)).not.toMatch(/canary/)
  })

  it('busy: the 33rd call at once is turned away, and a place comes free again', async () => {
    const waiting: (() => void)[] = []
    const { promise: full, resolve: isFull } = deferred()
    const upstream = await startUpstream((_request, response) => {
      waiting.push(() => response.end())
      if (waiting.length === 32) isFull()
    })
    const { relay } = await startLocalServer({ allow: [upstream.host] })
    const calls = Array.from({ length: 32 }, () => relay({ url: upstream.url }))
    await full
    expect(await relay({ url: upstream.url })).toMatchObject({ code: 'busy', params: { limit: 32 } })
    for (const finish of waiting) finish()
    await Promise.all(calls)
    const after = relay({ url: upstream.url, timeoutMs: 100 })
    expect(await after).toMatchObject({ code: 'timeout' })
  })

  it('a page that leaves cancels the call upstream', async () => {
    const { promise: arrived, resolve: isArrived } = deferred()
    const { promise: gone, resolve: isGone } = deferred()
    const upstream = await startUpstream((request) => {
      request.once('close', isGone)
      isArrived()
    })
    const { post } = await startLocalServer({ allow: [upstream.host] })
    const controller = new AbortController()
    const call = post('/relay/http', relayRequest({ url: upstream.url, timeoutMs: 600_000 }), controller.signal)
    await arrived
    controller.abort()
    await expect(call).rejects.toThrow(/abort/i)
    await gone
  })
})

function deferred() {
  let resolve: () => void = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve }
}
