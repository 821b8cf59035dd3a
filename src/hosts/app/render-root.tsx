import { createPageI18n, TextsProvider } from '#texts'
import { applyTheme } from '#ui'
import { StrictMode, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

/** Shows something as the whole page, in the theme the person chose. */
export function renderRoot(content: ReactNode): void {
  const theme = localStorage.getItem('patchbay.theme')
  applyTheme(theme === 'light' || theme === 'dark' ? theme : 'system')

  const root = document.getElementById('root')
  if (root) {
    createRoot(root).render(
      <StrictMode>
        <TextsProvider i18n={createPageI18n('en')}>{content}</TextsProvider>
      </StrictMode>,
    )
  }
}
