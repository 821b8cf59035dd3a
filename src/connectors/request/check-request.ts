import { err, ok, shorten, type Result } from '#base'
import type { ConnectionRef, Failure, StepRequest } from '#domain'
import { failureOf } from './failure-of.ts'

/** RFC 9110 section 5.6.2: what header names and methods are made of. */
const TOKEN = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/
/** What would end a header line and begin another. */
const LINE_BREAK = /[\r\n\0]/
/** Everything a header value may hold beside line breaks: latin-1 without other control characters. */
const HEADER_VALUE = /^[\t\x20-\x7e\x80-\xff]*$/
/** Characters that URL parsers drop or stop at, so that what is checked would not be what is sent. */
// oxlint-disable-next-line no-control-regex -- control characters are what is looked for
const URL_CONTROL = /[\u0000-\u0020\u007f\\]/
const SCHEME = /^[a-z][a-z0-9+.-]*:/i
const REFUSED_METHODS = new Set(['CONNECT', 'TRACE', 'TRACK'])

const visible = (text: string) => shorten(JSON.stringify(text).slice(1, -1), 80)

function urlFailure(url: string, connection: ConnectionRef | null): Failure | undefined {
  const at = { input: 'url' }
  const scheme = SCHEME.exec(url)?.[0].toLowerCase()
  if (scheme !== undefined && scheme !== 'http:' && scheme !== 'https:') {
    return failureOf('url-scheme', { scheme: scheme.slice(0, -1) }, at)
  }
  if (scheme === undefined && connection === null) return failureOf('url-relative', { url: visible(url) }, at)
  const whole = scheme === undefined ? `http://base.invalid/${url}` : url
  const valid = !URL_CONTROL.test(url) && !url.startsWith('//') && URL.canParse(whole)
  return valid ? undefined : failureOf('url-invalid', { url: visible(url) }, at)
}

function headerFailure([name, value]: readonly [string, string]): Failure | undefined {
  const at = { input: 'headers' }
  if (LINE_BREAK.test(name) || LINE_BREAK.test(value)) return failureOf('header-newline', { header: visible(name) }, at)
  if (!TOKEN.test(name)) return failureOf('header-name', { header: visible(name) }, at)
  return HEADER_VALUE.test(value) ? undefined : failureOf('header-characters', { header: visible(name) }, at)
}

/**
 * Refuses what must never be sent, whatever it was made of: `header-newline`, `header-name`, `header-characters`,
 * `method-invalid`, `body-not-allowed`, `url-relative` (no connection to stand below), `url-scheme`, `url-invalid`.
 */
export function checkRequest(request: StepRequest, connection: ConnectionRef | null): Result<StepRequest, Failure> {
  const { method, url, headers, body } = request
  if (!TOKEN.test(method) || REFUSED_METHODS.has(method)) {
    return err(failureOf('method-invalid', { method: visible(method) }, { input: 'method' }))
  }
  if (body.kind !== 'none' && (method === 'GET' || method === 'HEAD')) {
    return err(failureOf('body-not-allowed', { method }, { input: 'bodyType' }))
  }
  const wrong = urlFailure(url, connection) ?? headers.map(headerFailure).find((failure) => failure !== undefined)
  return wrong ? err(wrong) : ok(request)
}
