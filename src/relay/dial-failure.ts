import type { RelayFailureCode } from '#protocol'
import { UndecodableBodyError } from './read-response-body.ts'
import { relayFailure, type RelayFailure } from './relay-failure.ts'

const CODES: Readonly<Record<string, RelayFailureCode>> = {
  ENOTFOUND: 'dns',
  ENODATA: 'dns',
  ECONNREFUSED: 'refused',
  EHOSTUNREACH: 'unreachable',
  EHOSTDOWN: 'unreachable',
  ENETUNREACH: 'unreachable',
  ENETDOWN: 'unreachable',
  EADDRNOTAVAIL: 'unreachable',
  EACCES: 'unreachable',
  EPERM: 'unreachable',
  ETIMEDOUT: 'timeout',
  ECONNRESET: 'connection-lost',
  ECONNABORTED: 'connection-lost',
  EPIPE: 'connection-lost',
  ERR_STREAM_PREMATURE_CLOSE: 'connection-lost',
  HPE_INVALID_EOF_STATE: 'connection-lost',
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  EPROTO: 'tls',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'tls',
  SELF_SIGNED_CERT_IN_CHAIN: 'tls',
  HOSTNAME_MISMATCH: 'tls',
  INVALID_CA: 'tls',
  INVALID_PURPOSE: 'tls',
  PATH_LENGTH_EXCEEDED: 'tls',
}

/** Node's names for TLS trouble come in families; the table holds those that stand alone. */
const FAMILIES: readonly (readonly [prefix: RegExp, code: RelayFailureCode])[] = [
  [/^EAI_/, 'dns'],
  [/^(ERR_TLS_|ERR_SSL_|CERT_|CRL_|UNABLE_TO_|ERROR_IN_CERT_|ERROR_IN_CRL_)/, 'tls'],
]

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : ''

/** What a failed exchange with `url` means. `signal` is the exchange's own: a deadline and a caller who left end it alike. */
export function dialFailure(error: unknown, url: URL, signal: AbortSignal): RelayFailure {
  const host = url.hostname
  if (signal.aborted) return relayFailure(signal.reason === 'timeout' ? 'timeout' : 'aborted', { host })
  if (error instanceof UndecodableBodyError) return relayFailure('body-undecodable', { host, encoding: error.encoding })
  const reason = codeOf(error)
  // OpenSSL says so of a key or a certificate that it cannot read, and of two that do not belong together.
  if (reason.startsWith('ERR_OSSL_')) return relayFailure('bad-request', { reason: 'client-certificate', host })
  const code = CODES[reason] ?? FAMILIES.find(([prefix]) => prefix.test(reason))?.[1] ?? 'bad-response'
  return relayFailure(code, { host, port: portOf(url), reason })
}

/** The port a URL means. */
export function portOf(url: URL): number {
  if (url.port !== '') return Number(url.port)
  return url.protocol === 'https:' ? 443 : 80
}
