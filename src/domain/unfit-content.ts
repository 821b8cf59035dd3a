import { hasLoneSurrogate, problem, type Problem } from '#base'

/** How deep values in a document may nest, counted from the outermost object of what is checked. */
export const MAX_CONTENT_DEPTH = 150

/** Where people keep JSON of their own: below these keys a key may be any word. */
const isOwnJson = (holder: Readonly<Record<string, unknown>>, key: string): boolean =>
  key === 'foreign' || key === 'raw' || key === 'default' || (key === 'value' && holder['kind'] === 'literal')

interface Waiting {
  readonly value: unknown
  readonly path: string
  readonly depth: number
  readonly own: boolean
}

function* insideOf({ value, path, depth, own }: Waiting): Generator<Waiting & { readonly key?: string }> {
  if (Array.isArray(value)) {
    for (const [index, item] of value.entries()) yield { value: item, path: `${path}.${index}`, depth: depth + 1, own }
  } else if (typeof value === 'object' && value !== null) {
    const holder = value as Readonly<Record<string, unknown>>
    for (const key of Object.keys(holder)) {
      const isOwn = own || isOwnJson(holder, key)
      yield { value: holder[key], path: `${path}.${key}`, depth: depth + 1, own: isOwn, key }
    }
  }
}

const isForbidden = (key: string, own: boolean): boolean =>
  key === '__proto__' || (!own && (key === 'constructor' || key === 'prototype'))

/** What is checked: how deep it may nest, and whether all of it is JSON of a person's own. */
export interface ContentBounds {
  readonly limit?: number
  readonly own?: boolean
}

/**
 * Why a value cannot be part of a document: a key is one of JavaScript's own, a text holds half a character, a number is
 * none that JSON has (`1e999` is read as infinity, and written as null), or it nests too deep. The one rule for what is
 * edited and what is loaded, so that whatever was accepted can be opened again. Walks without recursion; `at.path` says
 * where.
 */
export function unfitContent(
  input: unknown,
  { limit = MAX_CONTENT_DEPTH, own = false }: ContentBounds = {},
): Problem | undefined {
  const waiting: Waiting[] = [{ value: input, path: '', depth: 0, own }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const path = next.path.slice(1)
    if (next.depth > limit) return problem('content-too-deep', { path, limit }, { path })
    if (typeof next.value === 'number' && !Number.isFinite(next.value)) {
      return problem('content-number', { path }, { path })
    }
    if (typeof next.value === 'string') {
      if (hasLoneSurrogate(next.value)) return problem('content-half-character', { path }, { path })
      continue
    }
    for (const inside of insideOf(next)) {
      const { key } = inside
      if (key !== undefined) {
        if (isForbidden(key, next.own)) return problem('content-forbidden-key', { key, path }, { path })
        if (hasLoneSurrogate(key)) return problem('content-half-character', { path }, { path })
      }
      waiting.push(inside)
    }
  }
  return undefined
}
