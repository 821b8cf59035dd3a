import type { TextResources } from './create-translator.ts'

const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const ACCENTED = 'áƀçđéƒğĥíĵķļɱñöþɋŕšţüṽŵẋýžÁƁÇĐÉƑĞĤÍĴĶĻṀÑÖÞɊŔŠŢÜṼŴẊÝŽ'

/** Interpolations and tags are the program's, not the translator's; they stay as they are. */
const FIXED = /(\{\{[^}]*\}\}|<[^>]*>|\$t\([^)]*\))/

function pseudoText(text: string): string {
  const accented = text
    .split(FIXED)
    .map((part) =>
      FIXED.test(part) ? part : part.replace(/[a-z]/gi, (letter) => ACCENTED.charAt(PLAIN.indexOf(letter))),
    )
    .join('')
  // German and Finnish run 30 to 50 % longer than English, short words more.
  const padding = ' ~'.repeat(Math.ceil(text.length * 0.2))
  return `[${accented}${padding}]`
}

/**
 * A language nobody speaks: every sentence accented, longer by half and in brackets. A text on screen without brackets
 * was never translatable, one without its closing bracket is cut off.
 */
export function pseudoLocale(resources: TextResources): TextResources {
  return Object.fromEntries(
    Object.entries(resources).map(([key, value]) => [
      key,
      typeof value === 'string' ? pseudoText(value) : pseudoLocale(value),
    ]),
  )
}
