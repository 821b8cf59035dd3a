import { addTexts, useTranslation, workNotices, type TFunction } from '#texts'

/** The translator with the sentences about work that is not safe, which load with what says them. */
export function useWorkTexts(): TFunction {
  const { t, i18n } = useTranslation()
  addTexts(i18n, { designer: workNotices })
  return t
}
