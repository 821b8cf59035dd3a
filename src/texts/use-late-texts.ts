import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { addTexts } from './add-texts.ts'
import { lateTexts } from './en/late-texts.ts'

/** The translator with the sentences of failures and connection tests at once, for parts that load late themselves. */
export function useLateTexts(): TFunction {
  const { t, i18n } = useTranslation()
  addTexts(i18n, lateTexts)
  return t
}
