import { err, ok, type Result } from '#base'
import type { RelayRequest } from '#protocol'
import type { OutgoingRequest } from './dial.ts'
import { relayFailure, type RelayFailure } from './relay-failure.ts'

const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308])

/** Headers that may cross to another origin: they say how to answer, not who asks. Everything else may be a credential. */
const SAFE: ReadonlySet<string> = new Set([
  'accept',
  'accept-language',
  'content-language',
  'content-type',
  'user-agent',
])

/** A request and where it goes. */
export interface Hop {
  readonly url: URL
  readonly request: OutgoingRequest
}

/** The method of RFC 9110 section 15.4: 303 asks again with GET, and so do 301 and 302 after a POST, as browsers have it. */
function redirected(status: number, request: OutgoingRequest): OutgoingRequest {
  const becomesGet =
    (status === 303 && request.method !== 'GET' && request.method !== 'HEAD') ||
    ((status === 301 || status === 302) && request.method === 'POST')
  if (!becomesGet) return request
  return {
    method: 'GET',
    headers: request.headers.filter(([name]) => !name.toLowerCase().startsWith('content-')),
    body: null,
  }
}

/**
 * Where a response sends the request on: null when it does not. In mode `same-origin` a redirect to another origin is
 * `redirect-blocked`; in mode `follow` it loses every header that may be a credential. Neither leaves https for http,
 * nor follows a URL with a user name in it. The failure names the target's origin only: a path may hold a token.
 */
export function nextHop(
  status: number,
  location: string | undefined,
  hop: Hop,
  mode: RelayRequest['redirect'],
): Result<Hop | null, RelayFailure> {
  if (!REDIRECTS.has(status) || location === undefined) return ok(null)
  if (!URL.canParse(location, hop.url.href)) {
    return err(relayFailure('bad-response', { host: hop.url.hostname, reason: 'location' }))
  }
  const url = new URL(location, hop.url.href)
  const isHttp = url.protocol === 'http:' || url.protocol === 'https:'
  const crosses = url.origin !== hop.url.origin
  const downgrades = hop.url.protocol === 'https:' && url.protocol !== 'https:'
  const named = url.username !== '' || url.password !== ''
  if (!isHttp || named || downgrades || (crosses && mode === 'same-origin')) {
    return err(relayFailure('redirect-blocked', { origin: isHttp ? url.origin : url.protocol }))
  }
  const request = redirected(status, hop.request)
  const headers = crosses ? request.headers.filter(([name]) => SAFE.has(name.toLowerCase())) : request.headers
  return ok({ url, request: { ...request, headers } })
}
