import type { ProbeRequest, ProbeResponse } from '#protocol'
import type { IncomingHttpHeaders } from 'node:http'

/** What stands in a page's way. */
export type CorsReason = Extract<ProbeResponse, { readonly outcome: 'cors' }>['reason']

const SIMPLE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'POST'])
/** Safelisted whatever their value; `Content-Type` is only for form types, so it counts as one to ask for. */
const SIMPLE_HEADERS: ReadonlySet<string> = new Set(['accept', 'accept-language', 'content-language'])

/** Lower-case names, sorted, of the headers a browser would ask permission for. */
export function unsafeHeaderNames(names: ProbeRequest['headerNames']): readonly string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))].filter((name) => !SIMPLE_HEADERS.has(name)).toSorted()
}

/** Whether a browser would send a preflight first (Fetch standard, CORS-preflight fetch). */
export function needsPreflight({ method, headerNames }: Pick<ProbeRequest, 'method' | 'headerNames'>): boolean {
  return !SIMPLE_METHODS.has(method) || unsafeHeaderNames(headerNames).length > 0
}

/** The Fetch standard's CORS check without credentials: null when the page may read the response. */
export function originVerdict(headers: IncomingHttpHeaders, origin: string): CorsReason | null {
  const allowed = headers['access-control-allow-origin']
  if (allowed === undefined) return 'no-allow-origin'
  return allowed === '*' || allowed === origin ? null : 'other-origin'
}

const listOf = (value: string | undefined): readonly string[] => (value ?? '').split(',').map((item) => item.trim())

/** Whether a preflight's answer lets the real request go out; null when it does. */
export function preflightVerdict(
  status: number,
  headers: IncomingHttpHeaders,
  { origin, method, headerNames }: Pick<ProbeRequest, 'origin' | 'method' | 'headerNames'>,
): CorsReason | null {
  const originReason = originVerdict(headers, origin)
  if (originReason) return originReason
  if (status < 200 || status > 299) return 'preflight-status'
  const methods = listOf(headers['access-control-allow-methods'])
  if (!SIMPLE_METHODS.has(method) && !methods.includes(method) && !methods.includes('*')) return 'method'
  const allowed = new Set(listOf(headers['access-control-allow-headers']?.toLowerCase()))
  // The asterisk covers every name but this one.
  const covered = (name: string) => allowed.has(name) || (allowed.has('*') && name !== 'authorization')
  return unsafeHeaderNames(headerNames).every(covered) ? null : 'header'
}
