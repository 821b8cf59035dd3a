import { hasLoneSurrogate, problem, type Problem } from '#base'

/** How a value leaves: in a header line, in a cookie, in a URL or a body where it is encoded, or not at all. */
export type Travel = 'header' | 'cookie' | 'encoded'

/** RFC 6265 section 4.1.1: what a cookie's value is made of. */
const COOKIE_VALUE = /^[\u0021\u0023-\u002b\u002d-\u003a\u003c-\u005b\u005d-\u007e]*$/

/**
 * What keeps a value from being sent, or `undefined`: RFC 9110 section 5.5 for headers, RFC 6265 for cookies, and line
 * breaks and control characters nowhere. `field` is the name it is said with. Never holds the value.
 */
export function sendableProblem(text: string, field: string, travel: Travel): Problem | undefined {
  const params = { field }
  if (/[\r\n]/.test(text)) return problem('field-newline', params)
  if (hasLoneSurrogate(text)) return problem('field-half-character', params)
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0)
  if (codes.some((code) => code === 0x7f || (code < 0x20 && code !== 0x09))) {
    return problem('field-control-character', params)
  }
  if (travel === 'cookie' && !COOKIE_VALUE.test(text)) return problem('field-not-for-cookie', params)
  return travel === 'header' && codes.some((code) => code > 0xff) ? problem('field-not-latin', params) : undefined
}
