import { addTexts, useTranslation, vaultDialogs, type TFunction } from '#texts'

/** The translator with the sentences of the vault's dialogs, which load with them. */
export function useVaultTexts(): TFunction {
  const { t, i18n } = useTranslation()
  addTexts(i18n, { vault: vaultDialogs })
  return t
}
