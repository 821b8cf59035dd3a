import { err, fromBase64, ok, toBase64, type Json } from '#base'
import type { Failure } from '#domain'
import { RelayResponse, type RelayRequest } from '#protocol'
import { createDeadline } from './deadline.ts'
import { givenUpFailure } from './direct-transport.ts'
import type { RelayClient } from './relay-client.ts'
import { responseBodyOf } from './response-body.ts'
import { sendFailure } from './send-failure.ts'
import { MAX_BODY_BYTES, shownUrl, type Outgoing, type Transport } from './transport.ts'

/** The local server gives up first, because it can say what it was waiting for. */
const SLACK_MS = 2000

const RETRYABLE = new Set<string>([
  'dns',
  'refused',
  'unreachable',
  'timeout',
  'busy',
  'bad-response',
  'connection-lost',
])

function envelopeOf({ request, hasSecret, timeoutMs }: Outgoing): RelayRequest {
  return {
    method: request.method,
    url: request.url,
    headers: request.headers.map(([name, value]): [string, string] => [name, value]),
    body: request.body && toBase64(request.body),
    timeoutMs,
    maxBytes: MAX_BODY_BYTES,
    redirect: hasSecret ? 'same-origin' : 'follow',
    ...(request.clientCertificate && { clientCertificate: request.clientCertificate }),
  }
}

/** Several lines of a name become one, as the platform joins them. */
function joined(lines: readonly (readonly [string, string])[]): Readonly<Record<string, string>> {
  const headers = new Map<string, string>()
  for (const [name, value] of lines) {
    const key = name.toLowerCase()
    const present = headers.get(key)
    headers.set(key, present === undefined ? value : `${present}, ${value}`)
  }
  return Object.fromEntries(headers)
}

function relayedFailure(answer: Extract<RelayResponse, { outcome: 'failure' }>, outgoing: Outgoing): Failure {
  if (answer.code === 'aborted') return sendFailure('cancelled')
  if (answer.code === 'timeout') return givenUpFailure('timeout', outgoing)
  const { host, hostname, protocol, port } = new URL(outgoing.request.url)
  const where = { host, hostname, port: port === '' ? (protocol === 'https:' ? '443' : '80') : port }
  return sendFailure(answer.code, { ...where, ...answer.params }, RETRYABLE.has(answer.code))
}

/** Through the local server, which can do what a page cannot and tells the causes of failures apart. */
export function createRelayTransport(client: RelayClient): Transport {
  return async (outgoing) => {
    const deadline = createDeadline(outgoing.timeoutMs + SLACK_MS, outgoing.signal)
    try {
      const envelope = envelopeOf(outgoing) as unknown as Json
      const called = await client.call('/relay/http', envelope, RelayResponse, deadline.signal)
      if (!called.ok) return called
      const answer = called.value
      if (answer.outcome === 'failure') return err(relayedFailure(answer, outgoing))
      const headers = joined(answer.headers)
      return ok({
        status: answer.status,
        statusText: answer.statusText,
        headers,
        body: responseBodyOf(fromBase64(answer.body), headers['content-type'] ?? '', answer.cut, outgoing),
        bytes: answer.bytes,
        milliseconds: Math.round(answer.milliseconds),
        transport: 'relay',
        url: shownUrl(answer.url),
      })
    } catch {
      return err(givenUpFailure(deadline.givenUp() ?? 'cancelled', outgoing))
    } finally {
      deadline.end()
    }
  }
}
