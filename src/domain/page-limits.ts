/** Request headers that the Fetch standard keeps from scripts (section 2.2.2, "forbidden request-header"). */
const FORBIDDEN_HEADERS: ReadonlySet<string> = new Set([
  'accept-charset',
  'accept-encoding',
  'access-control-request-headers',
  'access-control-request-method',
  'access-control-request-private-network',
  'connection',
  'content-length',
  'cookie',
  'cookie2',
  'date',
  'dnt',
  'expect',
  'host',
  'keep-alive',
  'origin',
  'referer',
  'set-cookie',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  // Chromium still keeps it back, though the standard no longer does.
  'user-agent',
  'via',
])
const FORBIDDEN_PREFIX = /^(proxy-|sec-)/
const LOCAL_HOSTS: ReadonlySet<string> = new Set(['localhost', '127.0.0.1'])

/** Whether a page cannot set a request header of this name, in any case. */
export function isPageForbiddenHeader(name: string): boolean {
  const lower = name.toLowerCase()
  return FORBIDDEN_HEADERS.has(lower) || FORBIDDEN_PREFIX.test(lower)
}

/**
 * Whether a page cannot ask an absolute URL because it is http to another machine: the page's content security policy,
 * and an https page, allow it only to this one.
 */
export function isInsecureForPage(url: string): boolean {
  if (!URL.canParse(url)) return false
  const { protocol, hostname } = new URL(url)
  return protocol === 'http:' && !LOCAL_HOSTS.has(hostname)
}
