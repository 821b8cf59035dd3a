import { problem, type Problem } from '#base'

const THIS_MACHINE: ReadonlySet<string> = new Set(['localhost', '127.0.0.1', '[::1]'])

/**
 * Why an authorization server's address cannot be used, or `undefined`. RFC 6749 section 3.1: absolute, without a
 * fragment, and https, which only this machine may do without. `isIssuer`: RFC 8414 section 2, without a query either.
 * `field` is the name it is said with; the address is not repeated, since it may hold a password.
 */
export function endpointProblem(text: string, field: string, isIssuer = false): Problem | undefined {
  const url = text.trim()
  const params = { field }
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(url) ?? []
  const isWeb = /^https?:\/\//i.test(url)
  const isOther = scheme !== undefined && !/^https?$/i.test(scheme) && !/^[^/]+:\d/.test(url)
  if (isOther) return problem('url-scheme', { ...params, scheme })
  if (!isWeb || /\s/.test(url) || !URL.canParse(url)) return problem('url-invalid', params)
  const { username, password, protocol, hostname } = new URL(url)
  if (username !== '' || password !== '') return problem('url-credentials', params)
  if (url.includes('#')) return problem('url-fragment', params)
  if (isIssuer && url.includes('?')) return problem('url-query', params)
  return protocol === 'http:' && !THIS_MACHINE.has(hostname) ? problem('url-insecure', params) : undefined
}
