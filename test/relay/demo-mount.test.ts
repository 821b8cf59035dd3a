import { DEMO_KEY, DEMO_KEY_HEADER } from '#demo'
import { once } from 'node:events'
import * as http from 'node:http'
import { describe, expect, it } from 'vitest'
import { startLocalServer } from './local-server-fixture.ts'

describe('/demo over HTTP', () => {
  it('answers as the handler does: paged, filtered, behind the key', async () => {
    const { call } = await startLocalServer()
    const page = await call('GET', '/demo/orders?limit=3&status=paid&sort=-createdAt')
    expect(page.json()).toHaveLength(3)
    expect(Number(page.headers['x-total-count'])).toBeGreaterThan(3)
    expect((await call('GET', '/demo/private/me')).status).toBe(401)
    expect((await call('GET', '/demo/private/me', { headers: { [DEMO_KEY_HEADER]: DEMO_KEY } })).status).toBe(200)
  })

  it('takes writes and keeps them for this server', async () => {
    const { call } = await startLocalServer()
    const body = JSON.stringify({ customerId: 1, subject: 'Grüße' })
    const created = await call('POST', '/demo/tickets', { headers: { 'Content-Type': 'application/json' }, body })
    expect(created).toMatchObject({ status: 201, headers: { location: '/demo/tickets/81' } })
    expect((await call('GET', '/demo/tickets/81')).json()).toMatchObject({ subject: 'Grüße' })
    expect((await call('DELETE', '/demo/tickets/81')).status).toBe(204)
  })

  it('lets any origin call it, with the key header, but not change or delete records', async () => {
    const { call } = await startLocalServer()
    const headers = { Origin: 'https://elsewhere.example', 'Sec-Fetch-Site': 'cross-site' }
    const preflight = await call('OPTIONS', '/demo/orders', { headers })
    expect(preflight).toMatchObject({
      status: 204,
      headers: { 'access-control-allow-origin': '*', 'access-control-allow-methods': 'GET, HEAD, POST' },
    })
    expect(preflight.headers['access-control-allow-headers']).toContain(DEMO_KEY_HEADER)
    const answer = await call('GET', '/demo/orders', { headers })
    expect(answer.headers['access-control-allow-origin']).toBe('*')
    expect(answer.headers['access-control-expose-headers']).toContain('X-Total-Count')
    expect(answer.headers['access-control-allow-credentials']).toBeUndefined()
  })

  it('its HTML can do nothing in the application’s origin', async () => {
    const { call } = await startLocalServer()
    const { headers } = await call('GET', '/demo/html')
    expect(headers['content-type']).toContain('text/html')
    expect(headers['content-security-policy']).toContain("default-src 'none'")
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  it('waits as long as the answer asks', async () => {
    const { call } = await startLocalServer()
    const start = performance.now()
    expect((await call('GET', '/demo/slow?ms=80')).json()).toEqual({ delayMs: 80 })
    expect(performance.now() - start).toBeGreaterThanOrEqual(75)
  })

  it('echoes neither the cookies of other programs on this machine nor a token', async () => {
    const { call } = await startLocalServer()
    const headers = { Cookie: 'other=canary', 'x-patchbay-token': 'canary', 'X-Sent': 'yes' }
    const { text } = await call('GET', '/demo/echo', { headers })
    expect(text).toContain('x-sent')
    expect(text).not.toContain('canary')
  })

  it('refuses a body without end as soon as it is too long', async () => {
    const { port } = await startLocalServer()
    const request = http.request({ host: '127.0.0.1', port, method: 'POST', path: '/demo/echo', agent: false })
    request.on('error', () => {})
    request.setHeader('Host', `localhost:${port}`)
    request.write('x'.repeat(1_100_000))
    const [response] = (await once(request, 'response')) as [http.IncomingMessage]
    expect(response.statusCode).toBe(413)
    request.destroy()
  })

  it('refuses a body over a megabyte', async () => {
    const { call } = await startLocalServer()
    const headers = { 'Content-Type': 'application/json', 'Transfer-Encoding': 'chunked' }
    expect((await call('POST', '/demo/tickets', { headers, body: 'x'.repeat(1_100_000) })).status).toBe(413)
  })
})
