import { err, ok, problem, type Problem, type Result } from '#base'
import { withHeader, type AuthRequest } from './auth-request.ts'

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
/** `cookie-value` of RFC 6265 section 4.1.1: no white space, quotes, commas, semicolons or backslashes, ASCII only. */
const VALUE = /^[\u0021\u0023-\u002b\u002d-\u003a\u003c-\u005b\u005d-\u007e]*$/

/**
 * The request with a cookie set beside those it has; one of the same name gives way. Nothing is encoded silently, since no
 * rule says how a server would decode it: problems `cookie-name` {name} and `cookie-value` {name}.
 */
export function withCookie(request: AuthRequest, name: string, value: string): Result<AuthRequest, Problem> {
  if (!TOKEN.test(name)) return err(problem('cookie-name', { name }))
  if (!VALUE.test(value)) return err(problem('cookie-value', { name }))
  const present = request.headers
    .filter(([header]) => header.toLowerCase() === 'cookie')
    .flatMap(([, line]) => line.split(';'))
    .map((pair) => pair.trim())
    .filter((pair) => pair !== '' && pair.split('=')[0] !== name)
  return ok(withHeader(request, 'Cookie', [...present, `${name}=${value}`].join('; ')))
}
