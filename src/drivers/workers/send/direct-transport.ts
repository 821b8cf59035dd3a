import { err, ok } from '#base'
import { createDeadline, type GivenUp } from './deadline.ts'
import { readBody } from './read-body.ts'
import { responseBodyOf } from './response-body.ts'
import { sendFailure } from './send-failure.ts'
import { MAX_BODY_BYTES, shownUrl, type Outgoing, type Transport } from './transport.ts'

/** A request that was given up: `timeout` {seconds, host}, `cancelled`. */
export function givenUpFailure(why: GivenUp, { request, timeoutMs }: Outgoing) {
  if (why === 'cancelled') return sendFailure('cancelled')
  return sendFailure('timeout', { host: new URL(request.url).host, seconds: timeoutMs / 1000 }, true)
}

/**
 * Straight from the browser. A browser re-sends custom headers wherever it is redirected, so with a secret attached
 * redirects are errors. It tells no cause: `blocked-or-unreachable` {origin, host, url, redirects} may be CORS, a refused
 * connection, DNS, TLS or, with `redirects: 'refused'`, a redirect.
 */
export function createDirectTransport(fetch: typeof globalThis.fetch): Transport {
  return async (outgoing) => {
    const { request, hasSecret, timeoutMs } = outgoing
    const deadline = createDeadline(timeoutMs, outgoing.signal)
    const startedAt = performance.now()
    try {
      const response = await fetch(request.url, {
        method: request.method,
        headers: request.headers.map(([name, value]): [string, string] => [name, value]),
        body: request.body,
        redirect: hasSecret ? 'error' : 'follow',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
        mode: 'cors',
        signal: deadline.signal,
      })
      const { bytes, received, cut } = await readBody(response, MAX_BODY_BYTES)
      return ok({
        status: response.status,
        statusText: response.statusText,
        headers: Object.fromEntries(response.headers),
        body: responseBodyOf(bytes, response.headers.get('content-type') ?? '', cut, outgoing),
        bytes: received,
        milliseconds: Math.round(performance.now() - startedAt),
        transport: 'direct',
        url: shownUrl(response.url === '' ? request.url : response.url),
      })
    } catch {
      const why = deadline.givenUp()
      if (why !== null) return err(givenUpFailure(why, outgoing))
      const { origin, host } = new URL(request.url)
      const redirects = hasSecret ? 'refused' : 'followed'
      const url = shownUrl(request.url)
      return err(sendFailure('blocked-or-unreachable', { origin, host, url, redirects }, true))
    } finally {
      deadline.end()
    }
  }
}
