import type { DemoApi } from '#demo'
import { ProbeRequest, RelayRequest, type ServerSession } from '#protocol'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { demoMount } from './demo-mount.ts'
import { exchange } from './exchange.ts'
import { judgeHost } from './host-gate.ts'
import { pageRefusal, siteRefusal } from './page-gate.ts'
import type { Outside } from './outside.ts'
import { probe } from './probe.ts'
import { relayEndpoint, type CallCount } from './relay-endpoint.ts'
import { requestPath } from './request-path.ts'
import { refuse, send, sendJson } from './send.ts'
import { staticFiles } from './static-files.ts'

/** What the routes work with. */
export interface RouteContext {
  readonly appDir: string
  readonly session: ServerSession
  readonly outside: Outside
  readonly demo: DemoApi
}

/** Answers one request; `own` is the address the application lives at. */
export type RouteRequest = (request: IncomingMessage, response: ServerResponse, own: URL) => Promise<void>

const isUnder = (path: string, root: string) => path === root || path.startsWith(`${root}/`)

/** Every path of the local server, behind the check of `Host`. */
export function createRouteRequest({ appDir, session, outside, demo }: RouteContext): RouteRequest {
  const files = staticFiles(appDir, session)
  const calls: CallCount = { current: 0 }
  const relays = new Map([
    ['/relay/http', relayEndpoint(RelayRequest, (envelope, caller) => exchange(envelope, outside, caller), calls)],
    ['/relay/probe', relayEndpoint(ProbeRequest, (envelope, caller) => probe(envelope, outside, caller), calls)],
  ])

  return async (request, response, own) => {
    const path = requestPath(request)
    if (path === null) return refuse(response, 400, 'bad-target')
    const isRelay = isUnder(path, '/relay')
    const host = judgeHost(request.headers.host, own)
    if (host === 'loopback' && !isRelay) {
      return send(response, 307, { Location: `${own.origin}${request.url ?? '/'}`, 'Cache-Control': 'no-store' })
    }
    if (host !== 'own') return refuse(response, 403, 'bad-host')
    if (isRelay) {
      const refusal = pageRefusal(request, own, session)
      if (refusal) return refuse(response, 403, refusal)
      const relay = relays.get(path)
      return relay ? relay(request, response) : refuse(response, 404, 'not-found')
    }
    if (path === '/session') {
      const refusal = siteRefusal(request, own)
      if (refusal) return refuse(response, 403, refusal)
      if (request.method !== 'GET') return refuse(response, 405, 'method-not-allowed', { Allow: 'GET' })
      return sendJson(response, 200, session)
    }
    return isUnder(path, '/demo') ? demoMount(demo, request, response, path) : files(request, response, path)
  }
}
