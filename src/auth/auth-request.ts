import { problem, shorten, type Problem } from '#base'
import { formParameters } from './form-parameters.ts'

/** A token that signing made. Whoever sees it could use it, so it is not to be shown where the API says it back. */
export interface MadeToken {
  readonly value: string
  /** Seconds since the epoch. */
  readonly issuedAt: number
}

/** A request before and after signing, as plain data. */
export interface AuthRequest {
  readonly method: string
  /** Absolute. */
  readonly url: string
  /** Header lines in order; names as they will be sent. */
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** The body's bytes; null for none. */
  readonly body: Uint8Array<ArrayBuffer> | null
  /** To be presented on the way, as PEM: the certificate with its chain, and its key. A page cannot do it. */
  readonly clientCertificate?: { readonly certificate: string; readonly privateKey: string }
  /** The token in it, where signing made one; it may go with further requests. */
  readonly made?: MadeToken
}

const TOKEN = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/
const FIELD_VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/
const LINE_BREAK = /[\r\n\0]/

/**
 * What keeps a header line from being sent, or `undefined`: `header-newline`, `header-name` (not a token of RFC 9110
 * section 5.6.2), `header-characters` (a control character, or one that takes more than a byte). Never holds the value.
 */
export function headerProblem(
  name: string,
  value: string,
): Problem<'header-newline' | 'header-name' | 'header-characters'> | undefined {
  const header = shorten(JSON.stringify(name).slice(1, -1), 80)
  if (LINE_BREAK.test(name) || LINE_BREAK.test(value)) return problem('header-newline', { header })
  if (!TOKEN.test(name)) return problem('header-name', { header })
  return FIELD_VALUE.test(value) ? undefined : problem('header-characters', { header })
}

/** The request with one header set: lines of the same name, in any case, give way. */
export function withHeader(request: AuthRequest, name: string, value: string): AuthRequest {
  const others = request.headers.filter(([other]) => other.toLowerCase() !== name.toLowerCase())
  return { ...request, headers: [...others, [name, value]] }
}

/** The request with one query parameter set. The rest of the query stays as it was written. */
export function withQueryParameter(request: AuthRequest, name: string, value: string): AuthRequest {
  const url = new URL(request.url)
  const kept = url.search
    .slice(1)
    .split('&')
    .filter((pair) => pair !== '' && parameterNameOf(pair) !== name)
  url.search = [...kept, `${encodeURIComponent(name)}=${encodeURIComponent(value)}`].join('&')
  return { ...request, url: url.href }
}

function parameterNameOf(pair: string): string {
  const [first] = formParameters(pair)
  return first?.[0] ?? ''
}
