import { isInsecureForPage, isPageForbiddenHeader } from '#domain'

/** Why a request has to go through the local server: what a browser page cannot do. */
export type RelayReason =
  | { readonly code: 'forbidden-header'; readonly header: string }
  | { readonly code: 'forbidden-method'; readonly method: string }
  | { readonly code: 'client-certificate'; readonly host: string }
  /** http to another machine: the page's content security policy, and an https page, allow it only to this one. */
  | { readonly code: 'insecure-url'; readonly host: string }

/** What decides it. */
export interface RelayQuestion {
  readonly method: string
  /** Absolute; a path is the page's own origin. */
  readonly url: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Whether a client certificate is to be presented. */
  readonly clientCertificate?: object | undefined
}

const FORBIDDEN_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK'])

/** Why a request cannot leave straight from the page; `null` when it can. Safe to ask on the page, before a run. */
export function whyRelay({ method, url, headers, clientCertificate }: RelayQuestion): RelayReason | null {
  if (FORBIDDEN_METHODS.has(method.toUpperCase())) return { code: 'forbidden-method', method }
  const header = headers.map(([name]) => name.toLowerCase()).find(isPageForbiddenHeader)
  if (header !== undefined) return { code: 'forbidden-header', header }
  if (!URL.canParse(url)) return null
  const { hostname } = new URL(url)
  if (clientCertificate) return { code: 'client-certificate', host: hostname }
  return isInsecureForPage(url) ? { code: 'insecure-url', host: hostname } : null
}
