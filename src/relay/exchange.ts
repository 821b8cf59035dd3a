import { err, ok, type Result } from '#base'
import type { RelayRequest, RelayResponse } from '#protocol'
import type { IncomingMessage } from 'node:http'
import { createDeadline, type Deadline } from './deadline.ts'
import { dial } from './dial.ts'
import { dialFailure } from './dial-failure.ts'
import { nextHop, type Hop } from './next-hop.ts'
import type { Outside } from './outside.ts'
import { outgoingHeaders } from './outgoing-headers.ts'
import { outgoingUrl } from './outgoing-url.ts'
import { readResponseBody } from './read-response-body.ts'
import { relayFailure, type RelayFailure } from './relay-failure.ts'

const MAX_REDIRECTS = 5
const MAX_HEADER_LINES = 500
/** Methods that talk to proxies or mirror a request with its credentials back. */
const FORBIDDEN_METHODS: ReadonlySet<string> = new Set(['CONNECT', 'TRACE', 'TRACK'])
const BASE64 = /^[A-Za-z0-9+/]*={0,2}$/

function firstHop(request: RelayRequest): Result<Hop, RelayFailure> {
  const { method, body } = request
  const url = outgoingUrl(request.url)
  if (!url.ok) return url
  const headers = outgoingHeaders(request.headers)
  if (!headers.ok) return headers
  if (FORBIDDEN_METHODS.has(method)) return err(relayFailure('bad-request', { reason: 'method', method }))
  if (body !== null && (body.length % 4 !== 0 || !BASE64.test(body))) {
    return err(relayFailure('bad-request', { reason: 'body' }))
  }
  const bytes = body === null ? null : Buffer.from(body, 'base64')
  return ok({ url: url.value, request: { method, headers: headers.value, body: bytes } })
}

function headerPairs({ rawHeaders }: IncomingMessage): [string, string][] {
  return rawHeaders.flatMap((name, index): [string, string][] =>
    index % 2 === 0 ? [[name, rawHeaders[index + 1] ?? '']] : [],
  )
}

async function respond(
  message: IncomingMessage,
  hop: Hop,
  request: RelayRequest,
  deadline: Deadline,
): Promise<RelayResponse> {
  const headers = headerPairs(message)
  if (headers.length > MAX_HEADER_LINES) {
    message.destroy()
    return relayFailure('headers-too-large', { host: hop.url.hostname, reason: 'too-many-headers' })
  }
  const { method } = hop.request
  const body = await readResponseBody(message, { method, maxBytes: request.maxBytes, signal: deadline.signal })
  return {
    outcome: 'response',
    status: message.statusCode ?? 0,
    statusText: message.statusMessage ?? '',
    headers,
    body: body.bytes.toString('base64'),
    cut: body.cut,
    bytes: body.received,
    url: hop.url.href,
    milliseconds: deadline.elapsed(),
  }
}

async function follow(
  first: Hop,
  request: RelayRequest,
  { guard, trust }: Outside,
  deadline: Deadline,
): Promise<RelayResponse> {
  let hop = first
  for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
    const target = await guard.check(hop.url, deadline.signal)
    if (!target.ok) return target.error
    try {
      // A certificate is as good as a secret: it is for the origin it was entered for.
      const clientCertificate = hop.url.origin === first.url.origin ? request.clientCertificate : undefined
      const message = await dial(target.value, hop.request, { clientCertificate, trust }, deadline.signal)
      const next = nextHop(message.statusCode ?? 0, message.headers.location, hop, request.redirect)
      if (next.ok && next.value === null) return await respond(message, hop, request, deadline)
      message.destroy()
      if (!next.ok) return next.error
      hop = next.value ?? hop
    } catch (error) {
      return dialFailure(error, hop.url, deadline.signal)
    }
  }
  return relayFailure('too-many-redirects', { host: hop.url.hostname, limit: MAX_REDIRECTS })
}

/**
 * Carries one request out for the page: every hop passes the guard, redirects follow `request.redirect`, the body is cut
 * at `request.maxBytes`, the whole ends after `request.timeoutMs` or when `caller` aborts. Never rejects for anything the
 * other side does.
 */
export async function exchange(request: RelayRequest, outside: Outside, caller: AbortSignal): Promise<RelayResponse> {
  const first = firstHop(request)
  if (!first.ok) return first.error
  const deadline = createDeadline(request.timeoutMs, caller)
  try {
    return await follow(first.value, request, outside, deadline)
  } finally {
    deadline.release()
  }
}
