import { err, ok, problem, type Problem, type Result } from '#base'
import type { CheckRequest } from '#domain'

/** Methods a test may be sent with: those that read, and the one many APIs ask with. It carries no body. */
export const CHECK_METHODS = ['GET', 'HEAD', 'POST'] as const

/** Characters that URL parsers drop or stop at, so that what is checked would not be what is sent. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const UNSENDABLE = /[\u0000-\u0020\u007f\\]/

/** Whether a path leads out of what it stands below, by `..`, however that is written. */
function escapes(path: string): boolean {
  const below = new URL(`http://base.invalid/base/${path.replace(/^\/+/, '')}`)
  return below.pathname !== '/base' && !below.pathname.startsWith('/base/')
}

function pathProblem(path: string): Problem | undefined {
  const at = { field: 'check.path' }
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return problem('check-path-origin', {}, at)
  if (UNSENDABLE.test(path) || path.includes('#')) return problem('check-path-characters', {}, at)
  const isBelow = URL.canParse(`http://base.invalid/base/${path.replace(/^\/+/, '')}`) && !escapes(path)
  return isBelow ? undefined : problem('check-path-escapes', {}, at)
}

/**
 * The request a connection is tested with; null for an empty method: what its connector declares. The path stands below
 * the base URL, and is the base URL itself when empty. Problems `check-path-origin` (another host would be asked),
 * `check-path-characters`, `check-path-escapes`, all with `at.field`.
 */
export function planCheck({ method, path }: CheckRequest): Result<CheckRequest | null, readonly Problem[]> {
  if (method === '') return ok(null)
  const text = path.trim()
  const wrong = pathProblem(text)
  return wrong ? err([wrong]) : ok({ method, path: text })
}
