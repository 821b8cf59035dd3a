import { err, ok, problem, type Problem, type Result } from '#base'

function parsed(url: string, base?: string): URL | undefined {
  return URL.canParse(url, base) ? new URL(url, base) : undefined
}

const isWeb = (url: URL): boolean => url.protocol === 'https:' || url.protocol === 'http:'

/**
 * The origin a base URL stands for, which a credential is bound to. A base URL may be a path of the page's own origin
 * (`/demo`). Problems: `base-url-invalid`, `url-scheme` {scheme}, `url-with-credentials`.
 */
export function boundOriginOf(baseUrl: string, pageOrigin: string): Result<string, Problem> {
  const isPath = baseUrl.startsWith('/')
  const url = parsed(baseUrl, isPath ? pageOrigin : undefined)
  // `//host` and `/\\host` look like paths and are not.
  if (!url || (isPath && url.origin !== pageOrigin)) return err(problem('base-url-invalid'))
  if (!isWeb(url)) return err(problem('url-scheme', { scheme: url.protocol.replace(':', '') }))
  if (url.username !== '' || url.password !== '') return err(problem('url-with-credentials'))
  return ok(url.origin)
}

/** Whether a URL lies in one of the origins: same scheme, host and port, and no user name in it. */
export function mayGoTo(origins: readonly string[], url: string): boolean {
  const target = parsed(url)
  if (!target || !isWeb(target) || target.username !== '' || target.password !== '') return false
  return origins.includes(target.origin)
}
