import { useEffect, type ReactNode } from 'react'
import { I18nProvider, isRTL, RouterProvider } from 'react-aria-components'

export interface UiProviderProps {
  /** BCP 47; decides number formats, sorting and the direction of the page. */
  readonly locale: string
  /** Goes to a path without loading the page; every link of the design system calls it. */
  readonly navigate: (path: string) => void
  readonly children: ReactNode
}

/** Tells the design system the language of the page and how links go places. Once per page, by the host. */
export function UiProvider({ locale, navigate, children }: UiProviderProps) {
  useEffect(() => {
    document.documentElement.lang = locale
    document.documentElement.dir = isRTL(locale) ? 'rtl' : 'ltr'
  }, [locale])
  return (
    <I18nProvider locale={locale}>
      <RouterProvider navigate={navigate}>{children}</RouterProvider>
    </I18nProvider>
  )
}
