import { toBase64, toBase64Url, toHex } from '#base'

const encoder = new TextEncoder()

const lowerEscapes = (text: string): string => text.replaceAll(/%[0-9A-F]{2}/g, (escape) => escape.toLowerCase())

const inJson = (text: string): string => JSON.stringify(text).slice(1, -1)

const asciiJson = (text: string): string =>
  inJson(text).replaceAll(/[\u007f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

/**
 * How bytes look inside the base64 of a longer text: three ways, by where in a group of three they begin. Only the
 * characters that depend on nothing around them.
 */
function insideBase64(bytes: Uint8Array): readonly string[] {
  return [0, 1, 2].map((offset) => {
    const padded = new Uint8Array(offset + bytes.length)
    padded.set(bytes, offset)
    return toBase64(padded).slice(Math.ceil((offset * 8) / 6), Math.floor(((offset + bytes.length) * 8) / 6))
  })
}

/** `encodeURIComponent` that takes half a surrogate pair as the replacement character, which is what would be sent. */
export function uriEncoded(text: string): string {
  return encodeURIComponent(new TextDecoder().decode(encoder.encode(text)))
}

function percentEncoded(text: string): readonly string[] {
  const component = uriEncoded(text)
  const strict = component.replaceAll(/[!'()*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
  const form = new URLSearchParams({ '': text }).toString().slice(1)
  return [component, strict, form].flatMap((encoded) => [encoded, lowerEscapes(encoded)])
}

/** As it comes back from somebody who read UTF-8 as Latin-1, or Latin-1 (which headers are sent in) as UTF-8. */
function misread(secret: string, bytes: Uint8Array): readonly string[] {
  const asLatin1 = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
  const latin1 = Uint8Array.from(secret, (sign) => sign.charCodeAt(0) & 0xff)
  return [asLatin1, new TextDecoder().decode(latin1)]
}

/**
 * Every form in which a secret is searched for: raw, URL-encoded, base64 and base64url (also as part of a longer text),
 * hex, as it stands in JSON, and as JSON stands in a URL.
 */
export function formsOf(secret: string): readonly string[] {
  const bytes = encoder.encode(secret)
  const base64 = insideBase64(bytes)
  const hex = toHex(bytes)
  const json = [inJson(secret), asciiJson(secret), inJson(inJson(secret)), inJson(secret).replaceAll('/', '\\/')]
  const forms = [
    secret,
    ...percentEncoded(secret),
    // JSON in a URL: the same as above, unless the secret holds what JSON escapes.
    ...percentEncoded(inJson(secret)),
    // A body said back as text in JSON in a URL.
    ...percentEncoded(inJson(inJson(secret))),
    toBase64(bytes),
    toBase64Url(bytes),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    hex,
    hex.toUpperCase(),
    ...json,
    ...misread(secret, bytes).flatMap((text) => [text, inJson(text), asciiJson(text), ...percentEncoded(text)]),
  ]
  return [...new Set(forms)].toSorted((a, b) => b.length - a.length)
}
