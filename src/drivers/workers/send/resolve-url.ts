import { err, ok, shorten, type Result } from '#base'
import type { Failure } from '#domain'
import { sendFailure } from './send-failure.ts'

const ABSOLUTE = /^[a-z][a-z0-9+.-]*:\/\//i
/** URL parsers drop these: what was checked would not be what is sent. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const DROPPED = /[\u0000-\u0020\u007f\\]/

const withoutEnd = (path: string): string => path.replace(/\/+$/, '')

/** A path as a failure may show it: without its query, where a key may stand, and with control characters made visible. */
const shownPath = (path: string): string => shorten(JSON.stringify(path.split(/[?#]/)[0]).slice(1, -1), 80)

function below(base: URL, path: string): URL | undefined {
  if (path === '') return base
  const root = `${base.origin}${withoutEnd(base.pathname)}`
  // A query of the base URL (`?api-version=1`) belongs to every request.
  const joined = /^[?#]/.test(path) ? `${base.origin}${base.pathname}${path}` : `${root}/${path.replace(/^\/+/, '')}`
  if (!URL.canParse(joined)) return undefined
  const url = new URL(joined)
  url.search = [base.search.slice(1), url.search.slice(1)].filter((part) => part !== '').join('&')
  return url
}

/** Whether a URL is the base URL or lies below it; `..` is resolved by then, also when it was percent-encoded. */
function isBelow(base: URL, url: URL): boolean {
  const root = withoutEnd(base.pathname)
  return (
    url.origin === base.origin &&
    (url.pathname === base.pathname || url.pathname === root || url.pathname.startsWith(`${root}/`))
  )
}

/**
 * Where a request goes: an absolute URL as it is, anything else below the connection's base URL (`null`: no connection),
 * which itself may be a path of the page's origin. Failures: `url-relative` {url}, `url-invalid` {url}, `url-scheme` {scheme},
 * `url-with-credentials`, `path-escapes-base`. The fragment is dropped: it is never sent.
 */
export function resolveUrl(
  path: string,
  query: readonly (readonly [string, string])[],
  baseUrl: string | null,
  pageOrigin: string,
): Result<URL, Failure> {
  if (DROPPED.test(path)) return err(sendFailure('url-invalid', { url: shownPath(path) }))
  const isAbsolute = ABSOLUTE.test(path)
  if (!isAbsolute && baseUrl === null) return err(sendFailure('url-relative', { url: shownPath(path) }))
  const base = baseUrl !== null && URL.canParse(baseUrl, pageOrigin) ? new URL(baseUrl, pageOrigin) : undefined
  if (!isAbsolute && !base) return err(sendFailure('base-url-invalid'))
  const url = isAbsolute ? (URL.canParse(path) ? new URL(path) : undefined) : base && below(base, path)
  if (!url) return err(sendFailure('url-invalid', { url: shownPath(path) }))
  if (url.protocol !== 'https:' && url.protocol !== 'http:') {
    return err(sendFailure('url-scheme', { scheme: url.protocol.slice(0, -1) }))
  }
  if (url.username !== '' || url.password !== '') return err(sendFailure('url-with-credentials'))
  if (!isAbsolute && base && !isBelow(base, url)) return err(sendFailure('path-escapes-base'))
  const pairs = query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`)
  url.search = [url.search.slice(1), ...pairs].filter((part) => part !== '').join('&')
  url.hash = ''
  return ok(url)
}
