import type { i18n } from 'i18next'
import { createTranslator, type TextResources } from './create-translator.ts'
import { pageTexts } from './en/page-texts.ts'

/** A translator of what every page has: a screen adds what only it has when it is opened (`addTexts`). */
export function createPageI18n(locale: string, resources: TextResources = {}): i18n {
  return createTranslator(pageTexts, locale, resources)
}
