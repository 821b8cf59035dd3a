import type { ProbeRequest, ProbeResponse } from '#protocol'
import { needsPreflight, originVerdict, preflightVerdict, unsafeHeaderNames } from './cors-verdict.ts'
import { createDeadline } from './deadline.ts'
import { dial, type OutgoingRequest } from './dial.ts'
import { dialFailure } from './dial-failure.ts'
import { outgoingHeaders } from './outgoing-headers.ts'
import { outgoingUrl } from './outgoing-url.ts'
import type { Outside } from './outside.ts'
import { relayFailure } from './relay-failure.ts'

const TIMEOUT_MS = 10_000

function preflightOf({ origin, method, headerNames }: ProbeRequest): OutgoingRequest {
  const names = unsafeHeaderNames(headerNames)
  return {
    method: 'OPTIONS',
    headers: [
      ['Origin', origin],
      ['Access-Control-Request-Method', method],
      ...(names.length > 0 ? [['Access-Control-Request-Headers', names.join(',')] as const] : []),
    ],
    body: null,
  }
}

async function ask(request: ProbeRequest, url: URL, outside: Outside, signal: AbortSignal): Promise<ProbeResponse> {
  const target = await outside.guard.check(url, signal)
  if (!target.ok) return target.error
  const send = async (outgoing: OutgoingRequest) => {
    const message = await dial(target.value, outgoing, { clientCertificate: undefined, trust: outside.trust }, signal)
    message.destroy()
    return { status: message.statusCode ?? 0, headers: message.headers }
  }
  const reads = request.method === 'GET' || request.method === 'HEAD'
  if (needsPreflight(request)) {
    const { status, headers } = await send(preflightOf(request))
    const reason = preflightVerdict(status, headers, request)
    if (reason) return { outcome: 'cors', status, reason }
    // A GET in place of a write would say nothing about the write.
    if (!reads) return { outcome: 'reachable', status }
  }
  const method = reads ? request.method : 'GET'
  const { status, headers } = await send({ method, headers: [['Origin', request.origin]], body: null })
  const reason = originVerdict(headers, request.origin)
  return reason ? { outcome: 'cors', status, reason } : { outcome: 'reachable', status }
}

/**
 * Calls an address from the server without any credential and judges the answer's CORS headers as a browser would for a
 * page of `request.origin`. Only OPTIONS, GET and HEAD are ever sent; a redirect is an answer like any other. `status`
 * is the last answer's.
 */
export async function probe(request: ProbeRequest, outside: Outside, caller: AbortSignal): Promise<ProbeResponse> {
  const url = outgoingUrl(request.url)
  if (!url.ok) return url.error
  const names = outgoingHeaders(request.headerNames.map((name) => [name, '']))
  if (!names.ok) return names.error
  if (!URL.canParse(request.origin) || new URL(request.origin).origin !== request.origin) {
    return relayFailure('bad-request', { reason: 'origin' })
  }
  const deadline = createDeadline(TIMEOUT_MS, caller)
  try {
    return await ask(request, url.value, outside, deadline.signal)
  } catch (error) {
    return dialFailure(error, url.value, deadline.signal)
  } finally {
    deadline.release()
  }
}
