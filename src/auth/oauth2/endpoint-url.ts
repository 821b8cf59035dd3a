import { err, ok, problem, type Problem, type Result } from '#base'

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]'])

/** Whether an address is this machine itself, where nobody listens in. */
const isLoopback = ({ hostname }: URL): boolean => LOOPBACK.has(hostname)

/**
 * An address of a provider, to which codes and secrets go: https, or http on this machine (RFC 6749 section 3.1.2.1,
 * RFC 8252 section 7.3). Problems: `oauth-url-invalid` {field}, `oauth-insecure-url` {host}.
 */
export function endpointUrl(text: unknown, field: string): Result<URL, Problem> {
  const invalid = err(problem('oauth-url-invalid', { field }))
  if (typeof text !== 'string' || !URL.canParse(text)) return invalid
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return invalid
  if (url.username !== '' || url.password !== '') return invalid
  // RFC 6749 section 3.1: an endpoint has no fragment.
  url.hash = ''
  if (url.protocol === 'http:' && !isLoopback(url)) return err(problem('oauth-insecure-url', { host: url.host }))
  return ok(url)
}
