/** Why a text cannot be read as JSON, and where: an index into it, its length where it ends too early. It is JSON itself. */
export type JsonFlaw = { readonly kind: 'syntax' | 'depth'; readonly position: number }

const SPACE = /[\t\n\r ]*/y
/** As much of a number as there is, and a whole one. */
const NUMBER = /-?(?:(?:0|[1-9]\d*)(?:\.(?:\d+(?:[eE](?:[+-]?\d*)?)?)?|[eE](?:[+-]?\d*)?)?)?/y
const WHOLE_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/
const HEX = /[\dA-Fa-f]{0,4}/y
const ESCAPES = '"\\/bfnrtu'
const CLOSING = { '{': '}', '[': ']' } as const

/** A part of a text: the index after it, or where it breaks. */
interface Part {
  readonly end: number
  readonly isWhole: boolean
}

const endOf = (pattern: RegExp, text: string, at: number): number => {
  pattern.lastIndex = at
  return pattern.test(text) ? pattern.lastIndex : at
}

/** A text between quotes. Walked by hand: a pattern would run out of stack on a long one. */
function quoted(text: string, start: number): Part {
  for (let at = start + 1; at < text.length; at += 1) {
    const code = text.charCodeAt(at)
    if (code === 0x22) return { end: at + 1, isWhole: true }
    if (code < 0x20) return { end: at, isWhole: false }
    if (code !== 0x5c) continue
    at += 1
    const escape = text[at]
    if (escape === undefined || !ESCAPES.includes(escape)) return { end: at, isWhole: false }
    if (escape !== 'u') continue
    const end = endOf(HEX, text, at + 1)
    if (end < at + 5) return { end, isWhole: false }
    at = end - 1
  }
  return { end: text.length, isWhole: false }
}

/** A value that is neither object nor list. */
function scalar(text: string, at: number): Part {
  const sign = text[at]
  if (sign === '"') return quoted(text, at)
  const word = ['true', 'false', 'null'].find((known) => known.startsWith(sign ?? ''))
  if (word !== undefined) {
    let length = 0
    while (length < word.length && text[at + length] === word[length]) length += 1
    return { end: at + length, isWhole: length === word.length }
  }
  const end = endOf(NUMBER, text, at)
  return { end, isWhole: WHOLE_NUMBER.test(text.slice(at, end)) }
}

/**
 * Where a text stops being the beginning of JSON, which engines tell in words of their own or not at all, or where it opens
 * more than `depth` objects and lists inside each other; null: it is JSON.
 */
export function findJsonFlaw(text: string, depth = Number.POSITIVE_INFINITY): JsonFlaw | null {
  const open: ('{' | '[')[] = []
  let next: 'value' | 'first-item' | 'first-key' | 'key' | 'colon' | 'end' = 'value'
  for (let at = endOf(SPACE, text, 0); ; at = endOf(SPACE, text, at)) {
    const sign = text[at]
    const inside = open.at(-1)
    if (sign === undefined && next === 'end' && inside === undefined) return null
    const isFirst = next === 'first-item' || next === 'first-key'
    if (inside && sign === CLOSING[inside] && (isFirst || next === 'end')) {
      open.pop()
      next = 'end'
      at += 1
    } else if (next === 'end') {
      if (!inside || sign !== ',') return { kind: 'syntax', position: at }
      next = inside === '{' ? 'key' : 'value'
      at += 1
    } else if (next === 'colon') {
      if (sign !== ':') return { kind: 'syntax', position: at }
      next = 'value'
      at += 1
    } else if (next === 'key' || next === 'first-key') {
      const key = sign === '"' ? quoted(text, at) : { end: at, isWhole: false }
      if (!key.isWhole) return { kind: 'syntax', position: key.end }
      next = 'colon'
      at = key.end
    } else if (sign === '{' || sign === '[') {
      if (open.push(sign) > depth) return { kind: 'depth', position: at }
      next = sign === '{' ? 'first-key' : 'first-item'
      at += 1
    } else {
      const value = scalar(text, at)
      if (!value.isWhole) return { kind: 'syntax', position: value.end }
      next = 'end'
      at = value.end
    }
  }
}
