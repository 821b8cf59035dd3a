import 'fake-indexeddb/auto'
import type { RequestListener } from 'node:http'
import { describe, expect, it } from 'vitest'
import { startLocalServer, startUpstream } from '../../../relay/local-server-fixture.ts'
import { startServer } from './test-server.ts'
import { vaultBench } from './vault-bench.ts'

const ME = { method: 'GET', path: '/me' }

/** A page's `fetch`: the browser says where calls come from, and keeps the answers of other origins from it. */
const pageFetch =
  (page: string): typeof globalThis.fetch =>
  (input, init) => {
    if (!new Request(input).url.startsWith(page)) return Promise.reject(new TypeError('Failed to fetch'))
    const headers = [...new Headers(init?.headers), ['Origin', page], ['Sec-Fetch-Site', 'same-origin']]
    return fetch(input, { ...init, headers: headers as [string, string][] })
  }

/** What a test of a connection to this API says, seen from a page that gets no answer. */
async function blocked(answer: RequestListener, { isAllowed = true, hasServer = true } = {}) {
  const api = await startUpstream(answer)
  const local = await startLocalServer({ allow: isAllowed ? [api.host] : [] })
  const page = local.server.url
  const session = hasServer ? local.session : null
  const { service, connect } = await vaultBench({ fetch: pageFetch(page), origin: page, session })
  const { connection } = await connect(api.url, { type: 'bearer' }, { token: 'secret-4711' })
  const { failure } = await service.check(connection.id, ME)
  return { failure, api, page }
}

describe('explainBlocked', () => {
  it('Test connection: tells an API that does not allow pages from one that redirects', async () => {
    const closed = await blocked((_, response) => response.writeHead(200).end('{}'))
    const { host } = new URL(closed.api.url)
    expect(closed.failure).toMatchObject({ code: 'cors-refused', params: { host, origin: closed.page } })
    const moved = await blocked((_, response) => response.writeHead(302, { Location: 'https://login.test/' }).end())
    expect(moved.failure).toMatchObject({ code: 'redirected', params: { status: 302 } })
    // The local server asks without the credentials.
    for (const { api } of [closed, moved]) {
      expect(api.seen.length).toBeGreaterThan(0)
      expect(JSON.stringify(api.seen)).not.toContain('secret-4711')
    }
  })

  it('Test connection: tells that nothing listens there', async () => {
    const { origin, close } = await startServer(() => undefined)
    await close()
    const { host, hostname, port } = new URL(origin)
    const local = await startLocalServer({ allow: [host] })
    const page = local.server.url
    const { service, connect } = await vaultBench({ fetch: pageFetch(page), origin: page, session: local.session })
    const { connection } = await connect(origin, { type: 'bearer' }, { token: 'secret-4711' })
    expect((await service.check(connection.id, ME)).failure).toMatchObject({
      code: 'refused',
      params: { host: hostname, port: Number(port) },
    })
  })

  it('Test connection: what the local server may not look at, or without one, stays untold', async () => {
    const answer: RequestListener = (_, response) => response.writeHead(200).end('{}')
    expect((await blocked(answer, { isAllowed: false })).failure?.code).toBe('blocked-or-unreachable')
    expect((await blocked(answer, { hasServer: false })).failure?.code).toBe('blocked-or-unreachable')
  })
})
