import { err, ok, type Result } from '#base'
import type { AuthRequest } from '#auth'
import type { AccessMode, Failure } from '#domain'
import { sendFailure } from './send-failure.ts'
import type { Transport } from './transport.ts'
import { whyRelay } from './why-relay.ts'

/** The ways out a worker has. `relay` and `simulated` exclude each other: there is a local server or there is none. */
export interface Transports {
  readonly direct: Transport
  readonly relay: Transport
  readonly simulated: Transport
  readonly hasLocalServer: boolean
  readonly pageOrigin: string
}

/**
 * Which way a request takes. Automatic is straight from the browser, unless the request needs what a page cannot do.
 * The page's own origin is always reached directly, or simulated where nothing answers there.
 */
export function chooseTransport(
  transports: Transports,
  request: AuthRequest,
  mode: AccessMode,
): Result<Transport, Failure> {
  const { origin, pathname, host } = new URL(request.url)
  const isDemo = pathname === '/demo' || pathname.startsWith('/demo/')
  if (origin === transports.pageOrigin) {
    return ok(isDemo && !transports.hasLocalServer ? transports.simulated : transports.direct)
  }
  const reason = whyRelay(request)
  if (mode === 'direct' && reason) {
    const what = 'header' in reason ? reason.header : 'method' in reason ? reason.method : reason.host
    return err(sendFailure('direct-impossible', { reason: reason.code, what, host }))
  }
  if (mode === 'direct' || (mode === 'automatic' && !reason)) return ok(transports.direct)
  return transports.hasLocalServer
    ? ok(transports.relay)
    : err(sendFailure('relay-unavailable', { reason: 'none', code: reason?.code ?? '' }))
}
