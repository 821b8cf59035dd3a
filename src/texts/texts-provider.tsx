import type { i18n } from 'i18next'
import { useEffect, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { addTexts } from './add-texts.ts'

/** Sentences that any screen may need, but none at once. What was drawn before them is drawn again. */
async function addLateTexts(i18n: i18n): Promise<void> {
  const { lateTexts } = await import('./en/late-texts.ts')
  addTexts(i18n, lateTexts, { isSilent: false })
}

/** Gives the components below their translator. Hosts and component tests wrap their tree once. */
export function TextsProvider({ i18n, children }: { readonly i18n: i18n; readonly children: ReactNode }) {
  useEffect(() => {
    // Without them a failure is named by its code, as an unknown one is.
    addLateTexts(i18n).catch(() => undefined)
  }, [i18n])
  return <I18nextProvider i18n={i18n}>{children}</I18nextProvider>
}
