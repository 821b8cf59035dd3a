import { hasLoneSurrogate, problem, type Problem } from '#base'
import type { JsonLimits } from './json-limits.ts'

/** Line and column of a place in a text, both from 1. */
export function lineAndColumn(text: string, index: number): { readonly line: number; readonly column: number } {
  const before = text.slice(0, index)
  return { line: before.split('\n').length, column: index - before.lastIndexOf('\n') }
}

/** The index after the text that begins with the quote at `start`, or the end of the input when it is not closed. */
function endOfText(input: string, start: number): number {
  for (let index = start + 1; index < input.length; index += 1) {
    const code = input.charCodeAt(index)
    if (code === 0x22) return index + 1
    if (code === 0x5c) index += 1
  }
  return input.length
}

/** The text between two quotes, its escapes read; as it stands when they cannot be. */
function readText(input: string, start: number, end: number): string {
  const raw = input.slice(start, end)
  if (!raw.includes('\\')) return raw.slice(1, -1)
  try {
    const value: unknown = JSON.parse(raw)
    return typeof value === 'string' ? value : raw
  } catch {
    return raw
  }
}

/**
 * Looks over a JSON text before it is parsed, for what `JSON.parse` would swallow: a key that is there twice, the key
 * `__proto__`, half a surrogate pair, and depth or size past the limits. Whether it is JSON at all is left to
 * the parser. One pass, no recursion.
 */
export function scanJson(input: string, limits: JsonLimits): Problem | undefined {
  const keys: (Set<string> | null)[] = []
  let values = 0
  let expectsKey = false
  const at = (code: string, index: number, params: Problem['params'] = {}) => {
    const place = lineAndColumn(input, index)
    return problem(code, { ...params, ...place }, place)
  }
  for (let index = 0; index < input.length; index += 1) {
    switch (input.charCodeAt(index)) {
      case 0x7b: // {
      case 0x5b: // [
        expectsKey = input.charCodeAt(index) === 0x7b
        keys.push(expectsKey ? new Set() : null)
        if (keys.length > limits.depth) return at('json-too-deep', index, { limit: limits.depth })
        values += 1
        break
      case 0x7d: // }
      case 0x5d: // ]
        keys.pop()
        expectsKey = false
        break
      case 0x2c: // ,
        expectsKey = keys.at(-1) instanceof Set
        values += 1
        if (values > limits.values) return at('json-too-many-values', index, { limit: limits.values })
        break
      case 0x22: {
        // "
        const end = endOfText(input, index)
        const text = readText(input, index, end)
        if (hasLoneSurrogate(text)) return at('json-lone-surrogate', index)
        const siblings = expectsKey ? keys.at(-1) : null
        if (siblings) {
          if (text === '__proto__') return at('json-forbidden-key', index, { key: text })
          if (siblings.has(text)) return at('json-duplicate-key', index, { key: text })
          siblings.add(text)
          expectsKey = false
        }
        index = end - 1
        break
      }
      default:
    }
  }
  return undefined
}
