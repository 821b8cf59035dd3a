/** Characters a passphrase has at least; the vault refuses shorter ones. */
export const SHORTEST_PASSPHRASE = 8

export type PassphraseStrength = 'short' | 'weak' | 'fair' | 'strong'

/** How guessing begins. */
const FIRST_GUESSES = /pass(word|wort|phrase)|qwert|asdf|letmein|patchbay|(19|20)\d\d$/i

const POOLS: readonly (readonly [RegExp, number])[] = [
  [/\p{Ll}/u, 26],
  [/\p{Lu}/u, 26],
  [/\d/, 10],
  [/[^\p{Ll}\p{Lu}\d]/u, 33],
]

/** Whether a character says nothing new after another: the same, or the next one as in `abc` and `321`. */
const follows = (before: string | undefined, sign: string): boolean =>
  before !== undefined && Math.abs((sign.codePointAt(0) ?? 0) - (before.codePointAt(0) ?? 0)) <= 1

/**
 * A hint, from length and variety: it cannot know what is easily guessed about a person. Counts characters as the vault
 * does, after Unicode NFKC.
 */
export function passphraseStrength(passphrase: string): PassphraseStrength {
  const signs = [...passphrase.normalize('NFKC')]
  if (signs.length < SHORTEST_PASSPHRASE) return 'short'
  const telling = signs.filter((sign, index) => !follows(signs[index - 1], sign)).length
  const pool = POOLS.filter(([kind]) => kind.test(passphrase)).reduce((sum, [, size]) => sum + size, 0)
  const bits = Math.min(telling, new Set(signs).size * 2) * Math.log2(pool)
  if (bits < 45 || (FIRST_GUESSES.test(passphrase) && bits < 90)) return 'weak'
  return bits < 70 ? 'fair' : 'strong'
}
