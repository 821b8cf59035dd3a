import { problem, type Problem } from '#base'
import type { Connector } from '#domain'

/**
 * What is wrong with a base URL: it is empty, no URL, of another scheme than http and https, or holds what belongs
 * elsewhere (a user name or password, a query, a fragment). One the connector offers is good as it is, also when it is
 * relative to where the application is served.
 */
export function baseUrlProblem(text: string, connector: Pick<Connector, 'baseUrls'>): Problem | undefined {
  const at = { field: 'baseUrl' }
  const url = text.trim()
  if (url === '') return problem('base-url-missing', {}, at)
  if (connector.baseUrls.some((offered) => offered.url === url)) return undefined
  const [, scheme] = /^([a-z][a-z0-9+.-]*):/i.exec(url) ?? []
  const isWeb = /^https?:\/\//i.test(url)
  if (scheme !== undefined && !isWeb && !/^[^/]+:\d/.test(url)) return problem('base-url-scheme', { scheme }, at)
  if (!isWeb || !URL.canParse(url)) return problem('base-url-invalid', { url }, at)
  const parsed = new URL(url)
  if (parsed.username !== '' || parsed.password !== '') return problem('base-url-credentials', {}, at)
  return parsed.search !== '' || parsed.hash !== '' || /[?#]/.test(url) ? problem('base-url-query', {}, at) : undefined
}
