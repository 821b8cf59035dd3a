import { problem, shorten, type Problem } from '#base'

/** RFC 9110 section 5.6.2: what the name of a header is made of. */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/

/** Headers that say how a message travels: whoever sends it sets them, so none can carry a key. */
const TRAVEL_HEADERS: ReadonlySet<string> = new Set([
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])

/** Whether a text is a token of RFC 9110: the name of a header, or of a cookie. */
export const isToken = (name: string): boolean => HEADER_NAME.test(name)

/** Why a header of this name cannot be set: `header-name-invalid`, `header-name-forbidden`, both {name}. */
export function headerNameProblem(name: string): Problem | undefined {
  if (!isToken(name)) return problem('header-name-invalid', { name: shorten(name, 80) })
  return TRAVEL_HEADERS.has(name.toLowerCase()) ? problem('header-name-forbidden', { name }) : undefined
}
