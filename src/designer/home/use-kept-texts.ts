import { addTexts, keptRecords, useTranslation, type TFunction } from '#texts'

/** The translator with the sentences of what is kept beside the integrations. */
export function useKeptTexts(): TFunction {
  const { t, i18n } = useTranslation()
  addTexts(i18n, { home: keptRecords })
  return t
}
