import { shorten, toBase64, type Json } from '#base'
import type { ResponseBody } from '#domain'

/** How deep JSON may be nested: deeper values overflow the stack of whatever walks them. */
const MAX_DEPTH = 500
const PREVIEW = 500

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

/** Whether JSON text nests deeper than can be handled; counts brackets outside of strings. */
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

function jsonBody(text: string, contentType: string, cut: boolean): ResponseBody {
  if (cut) return { kind: 'text', text, cut }
  const malformed: ResponseBody = {
    kind: 'malformed',
    contentType,
    preview: shorten(text.slice(0, PREVIEW * 2), PREVIEW),
  }
  if (isTooDeep(text)) return malformed
  try {
    return { kind: 'json', value: JSON.parse(text) as Json }
  } catch {
    return malformed
  }
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

/** A body as its content type says; JSON that is cut is text, because half of it cannot be parsed. */
export function responseBodyOf(bytes: Uint8Array<ArrayBuffer>, contentType: string, cut: boolean): ResponseBody {
  if (bytes.length === 0) return { kind: 'empty' }
  const { type, charset } = mediaTypeOf(contentType)
  if (JSON_TYPES.test(type)) return jsonBody(decoded(bytes, charset), contentType, cut)
  if (TEXT_TYPES.test(type) || (type === '' && looksLikeText(bytes))) {
    return { kind: 'text', text: decoded(bytes, charset), cut }
  }
  return { kind: 'binary', data: toBase64(bytes), contentType: type || 'application/octet-stream', cut }
}
