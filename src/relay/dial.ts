import { must } from '#base'
import type { RelayRequest } from '#protocol'
import * as http from 'node:http'
import * as https from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { rootCertificates } from 'node:tls'
import type { CheckedTarget } from './egress-guard.ts'

const MAX_HEADER_BYTES = 65_536

/** One request as it goes onto the wire; `Host` and the framing headers are added here. */
export interface OutgoingRequest {
  readonly method: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Buffer | null
}

/** What TLS goes by beside what Node does. */
export interface TlsSettings {
  /** Presented to the origin it is meant for, and to no other. */
  readonly clientCertificate: RelayRequest['clientCertificate']
  /** Certificates, as PEM, that are trusted beside those Node trusts. */
  readonly trust: readonly string[]
}

function tlsOptions({ clientCertificate, trust }: TlsSettings): https.RequestOptions {
  return {
    rejectUnauthorized: true,
    ...(trust.length > 0 && { ca: [...rootCertificates, ...trust] }),
    ...(clientCertificate && { cert: clientCertificate.certificate, key: clientCertificate.privateKey }),
  }
}

/** Answers a socket's question for the name with what the guard has already checked. */
function pinnedLookup({ addresses }: CheckedTarget): LookupFunction {
  return (_host, options, done) => {
    const first = must(addresses[0], 'a checked target has an address')
    if (options.all) done(null, [...addresses])
    else done(null, first.address, first.family)
  }
}

function wireHeaders({ method, headers, body }: OutgoingRequest, url: URL): string[] {
  const given = new Set(headers.map(([name]) => name.toLowerCase()))
  const defaults: readonly (readonly [string, string])[] = [
    ['Accept', '*/*'],
    ['Accept-Encoding', 'gzip, deflate, br'],
    ['User-Agent', 'Patchbay'],
  ]
  const framed = body !== null || method === 'POST' || method === 'PUT' || method === 'PATCH'
  return [
    ['Host', url.host] as const,
    ...headers,
    ...defaults.filter(([name]) => !given.has(name.toLowerCase())),
    ...(framed ? [['Content-Length', String(body?.length ?? 0)] as const] : []),
  ].flat()
}

/**
 * Sends one request to a checked target on a connection of its own and gives the response once its headers are there.
 * Follows nothing. Certificates are verified whatever the environment says. Rejects with Node's error, also when a client
 * certificate and its key do not fit.
 */
export function dial(
  target: CheckedTarget,
  outgoing: OutgoingRequest,
  tls: TlsSettings,
  signal: AbortSignal,
): Promise<http.IncomingMessage> {
  const { url, host, port } = target
  const options: https.RequestOptions = {
    host,
    port,
    method: outgoing.method,
    path: `${url.pathname}${url.search}`,
    headers: wireHeaders(outgoing, url),
    lookup: pinnedLookup(target),
    agent: false,
    maxHeaderSize: MAX_HEADER_BYTES,
    signal,
  }
  return new Promise((resolve, reject) => {
    const request =
      url.protocol === 'https:'
        ? https.request({ ...options, ...tlsOptions(tls), servername: isIP(host) === 0 ? host : '' })
        : http.request(options)
    request.on('response', resolve)
    request.on('error', reject)
    request.on('upgrade', (_response, socket) => socket.destroy())
    request.on('close', () => reject(new Error('the connection closed without an answer')))
    request.end(outgoing.body ?? undefined)
  })
}
