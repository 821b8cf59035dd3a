import { findJsonFlaw, toBase64, type Json } from '#base'
import type { ResponseBody } from '#domain'
import type { Outgoing } from './transport.ts'

/** How deep JSON may be nested: deeper values overflow the stack of whatever walks them. */
const MAX_DEPTH = 500

const TEXT_TYPES =
  /^(text\/|application\/(xml|javascript|ecmascript|x-www-form-urlencoded|graphql|yaml|x-yaml|sql|x-ndjson|csv)$)|\+(xml|yaml)$/
const JSON_TYPES = /^(application|text)\/json$|\+json$/

function mediaTypeOf(contentType: string): { readonly type: string; readonly charset: string } {
  const [type = '', ...parameters] = contentType.split(';')
  const charset = parameters.map((parameter) => /^\s*charset="?([^"\s]+)/i.exec(parameter)?.[1]).find(Boolean)
  return { type: type.trim().toLowerCase(), charset: charset ?? 'utf-8' }
}

function decoded(bytes: Uint8Array<ArrayBuffer>, charset: string): string {
  try {
    return new TextDecoder(charset).decode(bytes)
  } catch {
    // A charset nobody knows.
    return new TextDecoder().decode(bytes)
  }
}

/** Whether text would nest deeper than can be handled if it were JSON; counts brackets outside of strings. */
function isTooDeep(text: string): boolean {
  let depth = 0
  let inString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at]
    if (inString) {
      if (sign === '\\') at += 1
      else if (sign === '"') inString = false
    } else if (sign === '"') inString = true
    else if (sign === '{' || sign === '[') depth += 1
    else if (sign === '}' || sign === ']') depth -= 1
    if (depth > MAX_DEPTH) return true
  }
  return false
}

/** The value of JSON; undefined for what is none, or nests too deep. */
function parsed(text: string): Json | undefined {
  if (isTooDeep(text)) return undefined
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

function jsonBody(text: string, contentType: string): ResponseBody {
  const value = parsed(text)
  if (value !== undefined) return { kind: 'json', value }
  const flaw = findJsonFlaw(text, MAX_DEPTH) ?? { kind: 'syntax', position: text.length }
  return { kind: 'malformed', contentType, text, flaw }
}

/** Whether bytes without a declared type are text: valid UTF-8 without NUL. */
function looksLikeText(bytes: Uint8Array<ArrayBuffer>): boolean {
  if (bytes.includes(0)) return false
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/**
 * A body as its content type says. JSON is text where that is asked for, and when it is cut, because half of it cannot be
 * parsed.
 */
export function responseBodyOf(
  bytes: Uint8Array<ArrayBuffer>,
  contentType: string,
  cut: boolean,
  { asText = false }: Pick<Outgoing, 'asText'> = {},
): ResponseBody {
  if (bytes.length === 0) return { kind: 'empty' }
  const { type, charset } = mediaTypeOf(contentType)
  const isJson = JSON_TYPES.test(type)
  if (isJson && !cut && !asText) return jsonBody(decoded(bytes, charset), contentType)
  if (isJson || TEXT_TYPES.test(type) || (type === '' && looksLikeText(bytes))) {
    return { kind: 'text', text: decoded(bytes, charset), cut }
  }
  return { kind: 'binary', data: toBase64(bytes), contentType: type || 'application/octet-stream', cut }
}
