import type { i18n } from 'i18next'
import type { TextResources } from './create-translator.ts'

/** The areas' trees that a translator has been given. */
const added = new WeakMap<i18n, WeakSet<object>>()

/**
 * Adds the English sentences of a part that loads later than the page, by area; their keys are those of `LaterTexts`.
 * What is there already stays. A part calls it whenever it is drawn: a tree is added once, and silently, as nothing may be
 * drawn again meanwhile. `isSilent: false`: what is drawn already is drawn again with it. Other languages give theirs to
 * `createI18n`.
 */
export function addTexts(
  i18n: i18n,
  texts: Readonly<Record<string, TextResources>>,
  { isSilent = true }: { readonly isSilent?: boolean } = {},
): void {
  const known = added.get(i18n) ?? new WeakSet()
  added.set(i18n, known)
  for (const [area, tree] of Object.entries(texts)) {
    if (known.has(tree)) continue
    known.add(tree)
    i18n.addResourceBundle('en', 'translation', { [area]: tree }, true, false, { silent: isSilent })
  }
}
