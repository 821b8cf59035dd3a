import { addTexts, consentFailures, consentPanel, useLateTexts, useTranslation, type TFunction } from '#texts'

/** The translator with the sentences of asking for consent, which load with it. */
export function useConsentTexts(): TFunction {
  const t = useLateTexts()
  const { i18n } = useTranslation()
  addTexts(i18n, { consent: consentPanel, failures: consentFailures })
  return t
}
