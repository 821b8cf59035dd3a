import type { InputValue } from '#domain'

/** What makes a text look like a secret; the sentence says it. */
export type SecretLook = 'authorization' | 'known-key' | 'random-token'

/** Prefixes that vendors give their keys so that scanners find them. */
const KNOWN_KEYS =
  /\b(?:sk|rk|pk)_(?:live|test)_[A-Za-z0-9]{8,}|\bsk-[A-Za-z0-9_-]{16,}|\bgh[oprsu]_[A-Za-z0-9]{20,}|\bgithub_pat_\w{20,}|\bglpat-[\w-]{16,}|\bxox[abeoprs]-[\w-]{10,}|\bAKIA[0-9A-Z]{16}\b|\bAIza[\w-]{30,}|\bSG\.[\w-]{16,}\.[\w-]{16,}|\bey[A-Za-z0-9_-]{10,}\.ey[A-Za-z0-9_-]{10,}\.[\w-]*/

const SECRET_NAMES =
  /^(?:proxy-)?authorization$|^x-(?:[\w-]+-)?(?:key|token)$|api[-_]?key|access[-_]?token|^token$|secret/i
const SCHEME = /^(?:bearer|basic|token|apikey)\s+\S{6,}/i

/** Bits per character of a text, by how often each occurs (Shannon). */
function entropyOf(text: string): number {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length
    return sum - share * Math.log2(share)
  }, 0)
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

const isRandom = (text: string) =>
  text.length >= 32 &&
  !UUID.test(text) &&
  /^[A-Za-z0-9+/_=.-]+$/.test(text) &&
  /[0-9]/.test(text) &&
  /[A-Za-z]/.test(text) &&
  !/^(?:[a-z]+[./_-])+[a-z]+$/i.test(text) &&
  entropyOf(text) >= 3.5

/** Whether a text, entered for an input or a row of this name, looks like a secret that belongs into a connection. */
export function secretLookOf(text: string, name = ''): SecretLook | null {
  const trimmed = text.trim()
  if (SCHEME.test(trimmed) || (SECRET_NAMES.test(name) && trimmed.length >= 6)) return 'authorization'
  if (KNOWN_KEYS.test(trimmed)) return 'known-key'
  return isRandom(trimmed) ? 'random-token' : null
}

/** The text of a value that somebody typed: a literal, or the typed parts of a template. */
function typedTextOf(value: InputValue | undefined): string {
  if (value?.kind === 'literal' && typeof value.value === 'string') return value.value
  if (value?.kind !== 'template') return ''
  return value.parts.map((part) => (part.kind === 'text' ? part.text : '')).join('')
}

/** Whether a value holds a secret that was typed into it. */
export function secretInValue(value: InputValue | undefined, name: string): SecretLook | null {
  return secretLookOf(typedTextOf(value), name)
}
