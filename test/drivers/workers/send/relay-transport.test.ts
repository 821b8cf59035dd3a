import 'fake-indexeddb/auto'
import * as https from 'node:https'
import type { TLSSocket } from 'node:tls'
import type { ServerSession } from '#protocol'
import { describe, expect, it } from 'vitest'
import { selfSignedCertificate } from '../../../fixtures/self-signed-certificate.ts'
import { startLocalServer, startUpstream } from '../../../relay/local-server-fixture.ts'
import { getRequest, vaultBench } from '../vault/vault-bench.ts'

/** `fetch` as a page of the local server has it: the browser says where the call comes from. */
const pageFetch =
  (origin: string): typeof globalThis.fetch =>
  (input, init) =>
    fetch(input, {
      ...init,
      headers: [...new Headers(init?.headers), ['Origin', origin], ['Sec-Fetch-Site', 'same-origin']] as [
        string,
        string,
      ][],
    })

async function behindRelay(allow: readonly string[], token?: string, trust: readonly string[] = []) {
  const local = await startLocalServer({ allow, trust })
  const session: ServerSession = { ...local.session, ...(token === undefined ? {} : { token }) }
  const bench = await vaultBench({ fetch: pageFetch(local.server.url), origin: local.server.url, session })
  return { local, ...bench }
}

describe('through the local server', () => {
  it('goes what a page cannot send, with the connection’s secret', async () => {
    const api = await startUpstream((_, response) => {
      response.writeHead(200, { 'Content-Type': 'application/json', 'Set-Cookie': ['a=1', 'b=2'] }).end('{"ok":true}')
    })
    const { service, connect } = await behindRelay([api.host])
    const { ref } = await connect(api.url, { type: 'bearer' }, { token: 'secret-4711' })
    expect(await service.send(getRequest('/x', { headers: [['Cookie', 'c=1']] }), ref)).toMatchObject({
      value: { status: 200, transport: 'relay', body: { kind: 'json', value: { ok: true } }, url: `${api.url}/x` },
    })
    expect(api.seen[0]?.headers).toMatchObject({ cookie: 'c=1', authorization: 'Bearer secret-4711' })
  })

  it('goes everything of a connection that says so, and nothing automatic that a page can send', async () => {
    const api = await startUpstream((_, response) => response.end('x'))
    const { service, connect } = await behindRelay([api.host])
    const relayed = await connect(api.url, { type: 'none' }, undefined, { accessMode: 'relay' })
    const automatic = await connect(api.url, { type: 'none' })
    expect(await service.send(getRequest('/'), relayed.ref)).toMatchObject({ value: { transport: 'relay' } })
    expect(await service.send(getRequest('/'), automatic.ref)).toMatchObject({ value: { transport: 'direct' } })
    const direct = await connect(api.url, { type: 'none' }, undefined, { accessMode: 'direct' })
    expect(await service.send(getRequest('/', { headers: [['Cookie', 'c']] }), direct.ref)).toMatchObject({
      error: { code: 'direct-impossible', params: { reason: 'forbidden-header', what: 'cookie' } },
    })
  })

  it('goes a client certificate, by itself, and its key is in nothing that is shown', async () => {
    const [client, server] = [selfSignedCertificate(), selfSignedCertificate()]
    const api = await startUpstream(
      (request, response) => response.end((request.socket as TLSSocket).getPeerCertificate().subject.CN),
      https.createServer({ ...server, requestCert: true, ca: [client.cert] }),
    )
    const baseUrl = `https://localhost:${api.port}`
    const { service, connect } = await behindRelay([`localhost:${api.port}`], undefined, [server.cert])
    const secrets = { certificate: client.cert, privateKey: client.key }
    const { ref } = await connect(baseUrl, { type: 'client-certificate' }, secrets)
    expect(await service.send(getRequest('/'), ref)).toMatchObject({
      value: { status: 200, transport: 'relay', body: { kind: 'text', text: 'localhost' } },
    })
    const mixed = await connect(baseUrl, { type: 'client-certificate' }, { ...secrets, privateKey: server.key })
    const failed = await service.send(getRequest('/'), mixed.ref)
    expect(failed).toMatchObject({ error: { code: 'bad-request', params: { reason: 'client-certificate' } } })
    expect(JSON.stringify(failed)).not.toContain(server.key.split('\n')[1])
  })

  it('tells failures apart and says which address to allow', async () => {
    const api = await startUpstream((_, response) => response.end('x'))
    const { service, connect } = await behindRelay([])
    const { ref } = await connect(api.url, { type: 'none' }, undefined, { accessMode: 'relay' })
    expect(await service.send(getRequest('/?key=hidden'), ref)).toMatchObject({
      error: { code: 'egress-blocked', params: { host: '127.0.0.1', port: api.port } },
    })
    expect(api.seen).toEqual([])
  })

  it('goes a request after a restart of the server: the stale token is renewed once', async () => {
    const api = await startUpstream((_, response) => response.end('x'))
    const { service, connect } = await behindRelay([api.host], 'token-of-a-process-that-is-gone')
    const { ref } = await connect(api.url, { type: 'none' }, undefined, { accessMode: 'relay' })
    for (let count = 0; count < 2; count += 1) {
      expect(await service.send(getRequest('/'), ref)).toMatchObject({ value: { transport: 'relay' } })
    }
  })

  it('does not follow a redirect to another origin with a secret', async () => {
    const other = await startUpstream((_, response) => response.end('x'))
    const api = await startUpstream((_, response) => response.writeHead(302, { Location: other.url }).end())
    const { service, connect } = await behindRelay([api.host, other.host])
    const { ref } = await connect(api.url, { type: 'bearer' }, { token: 'secret-4711' }, { accessMode: 'relay' })
    expect(await service.send(getRequest('/'), ref)).toMatchObject({ error: { code: 'redirect-blocked' } })
    expect(other.seen).toEqual([])
  })

  it('refuses a URL that is too long for it, with a sentence of its own', async () => {
    const { service, connect } = await behindRelay([])
    const { ref } = await connect('https://api.example.com', { type: 'none' }, undefined, { accessMode: 'relay' })
    expect(await service.send(getRequest(`/?q=${'a'.repeat(17_000)}`), ref)).toMatchObject({
      error: { code: 'request-unfit-for-relay', retryable: false },
    })
  })

  it('is not there in a static build, and says so', async () => {
    const { service, connect } = await vaultBench()
    const { ref } = await connect('http://api.example.com', { type: 'none' })
    expect(await service.send(getRequest('/'), ref)).toMatchObject({
      error: { code: 'relay-unavailable', params: { reason: 'none', code: 'insecure-url' } },
    })
  })

  it('is a failure of its own when it has gone away', async () => {
    const { service, connect, local } = await behindRelay([])
    const { ref } = await connect('http://api.example.com', { type: 'none' })
    await local.server.close()
    expect(await service.send(getRequest('/'), ref)).toMatchObject({
      error: { code: 'relay-unavailable', params: { reason: 'unreachable' } },
    })
  })
})

describe('asking why', () => {
  it('finds what the browser hides, and sends neither credentials nor query', async () => {
    const api = await startUpstream((_, response) => response.end('x'))
    const { service } = await behindRelay([api.host])
    expect(await service.probe(`${api.url}/x?key=secret`, 'GET', [])).toMatchObject({
      value: { finding: 'cors', code: 'no-allow-origin', params: { host: api.host } },
    })
    expect(api.seen.map(({ url }) => url)).not.toContain('/x?key=secret')
    expect(await service.probe('nonsense://', 'GET', [])).toMatchObject({ ok: true, value: { finding: 'failure' } })
  })

  it('needs the local server', async () => {
    const { service } = await vaultBench()
    expect(await service.probe('https://api.example.com', 'GET', [])).toMatchObject({
      error: { code: 'relay-unavailable' },
    })
  })
})

describe('the demo API', () => {
  it('is real HTTP where a local server mounts it', async () => {
    const { service, connect } = await behindRelay([])
    const { ref } = await connect('/demo', { type: 'none' })
    expect(await service.send(getRequest('/customers', { query: [['limit', '1']] }), ref)).toMatchObject({
      value: { status: 200, transport: 'direct', body: { kind: 'json' } },
    })
  })

  it('is simulated in the worker where there is none, with the same answers', async () => {
    const { service, connect } = await vaultBench()
    const settings = { insertIn: 'header', headerName: 'X-Demo-Key', valueTemplate: '${key}' }
    const { ref } = await connect('/demo', { type: 'api-key', settings }, { apiKey: 'demo-key-for-everyone' })
    expect(await service.send(getRequest('/private/me'), ref)).toMatchObject({
      value: { status: 200, transport: 'simulated', body: { kind: 'json', value: { name: 'Demo account' } } },
    })
    const bare = await connect('/demo', { type: 'none' })
    expect(await service.send(getRequest('/private/me'), bare.ref)).toMatchObject({ value: { status: 401 } })
    const slow = getRequest('/slow?ms=5000', { timeoutMs: 20 })
    expect(await service.send(slow, bare.ref)).toMatchObject({ error: { code: 'timeout' } })
  })
})
