import type { IncomingMessage } from 'node:http'

/** The path of a request as sent, without its query; null for a target that is no path (`*`, an absolute URL). */
export function requestPath({ url = '' }: IncomingMessage): string | null {
  return url.startsWith('/') ? (url.split('?', 1)[0] ?? '/') : null
}

/** The query of a request, decoded. */
export function requestQuery({ url = '' }: IncomingMessage): URLSearchParams {
  const start = url.indexOf('?')
  return new URLSearchParams(start < 0 ? '' : url.slice(start + 1))
}
