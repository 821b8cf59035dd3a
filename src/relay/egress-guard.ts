import { err, ok, type Result } from '#base'
import { lookup as dnsLookup } from 'node:dns/promises'
import type { LookupAddress } from 'node:dns'
import { isIP } from 'node:net'
import { dialFailure, portOf } from './dial-failure.ts'
import { relayFailure, type RelayFailure } from './relay-failure.ts'
import { isSpecialAddress } from './special-address.ts'

/** Names under which clouds hand out credentials to their own machines. */
const METADATA_NAMES: ReadonlySet<string> = new Set([
  'metadata',
  'metadata.google.internal',
  'metadata.goog',
  'metadata.azure.internal',
  'metadata.tencentyun.com',
  'metadata.oraclecloud.com',
  'instance-data',
  'instance-data.ec2.internal',
])

/** All addresses of a name, in the order in which they should be tried. */
export type ResolveName = (host: string) => Promise<readonly LookupAddress[]>

/** A target that may be dialled: only at these addresses, without asking for the name again. */
export interface CheckedTarget {
  readonly url: URL
  /** Without the brackets of an IPv6 literal. */
  readonly host: string
  readonly port: number
  readonly addresses: readonly LookupAddress[]
}

/** Decides, per hop, whether a URL may be called from this machine. */
export interface EgressGuard {
  readonly check: (url: URL, signal: AbortSignal) => Promise<Result<CheckedTarget, RelayFailure>>
}

const resolveByDns: ResolveName = async (host) => dnsLookup(host, { all: true, verbatim: true })

/** `work`, or a rejection as soon as the signal ends: name resolution itself cannot be cancelled. */
function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const end = () => reject(new Error('aborted'))
    if (signal.aborted) end()
    signal.addEventListener('abort', end, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', end))
  })
}

/**
 * Resolves a name once and refuses it when *any* answer is a special-purpose address, unless exactly that `host:port`
 * was allowed by the person who started the server. `allow` holds lower-case `host:port`, IPv6 in brackets.
 */
export function createEgressGuard(allow: readonly string[], resolveName: ResolveName = resolveByDns): EgressGuard {
  const allowed = new Set(allow.map((entry) => entry.toLowerCase()))

  return {
    check: async (url, signal) => {
      const port = portOf(url)
      const host = url.hostname.replace(/^\[|\]$/g, '')
      const blocked = (address: string) => err(relayFailure('egress-blocked', { host: url.hostname, port, address }))
      const isAllowed = allowed.has(`${url.hostname}:${port}`)
      if (!isAllowed && METADATA_NAMES.has(host.replace(/\.$/, ''))) return blocked('')

      const family = isIP(host)
      let addresses: readonly LookupAddress[] = [{ address: host, family }]
      if (family === 0) {
        try {
          addresses = await until(signal, resolveName(host))
        } catch (error) {
          return err(dialFailure(error, url, signal))
        }
      }
      if (addresses.length === 0) return err(relayFailure('dns', { host, port, reason: 'ENODATA' }))
      const special = isAllowed ? undefined : addresses.find(({ address }) => isSpecialAddress(address))
      return special ? blocked(special.address) : ok({ url, host, port, addresses })
    },
  }
}
