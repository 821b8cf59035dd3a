import { err, ok, shorten, type Result } from '#base'
import type { RelayRequest } from '#protocol'
import { relayFailure, type RelayFailure } from './relay-failure.ts'

/** Framing and routing belong to the relay: hop-by-hop headers (RFC 9110 section 7.6.1), `Host`, lengths. */
const FORBIDDEN: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

const NAME = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]{1,256}$/
/** RFC 9110 section 5.5: visible characters, spaces and tabs; a line break would start another header. */
const VALUE = /^[\t\x20-\x7e\x80-\xff]{0,16384}$/

/** The header lines as they may be sent, or `bad-request` with the name of the first that may not. Values are never repeated. */
export function outgoingHeaders(lines: RelayRequest['headers']): Result<RelayRequest['headers'], RelayFailure> {
  for (const [name, value] of lines) {
    const reason = !NAME.test(name)
      ? 'header-name'
      : FORBIDDEN.has(name.toLowerCase())
        ? 'header-forbidden'
        : VALUE.test(value)
          ? null
          : 'header-value'
    if (reason !== null) {
      return err(relayFailure('bad-request', { reason, header: reason === 'header-name' ? '' : shorten(name, 80) }))
    }
  }
  return ok(lines)
}
