import { useSyncExternalStore } from 'react'

/** What a person chose; `system` follows the device. */
export type Theme = 'light' | 'dark' | 'system'

const DARK = '(prefers-color-scheme: dark)'

function chosenTheme(): Theme {
  const theme = document.documentElement.dataset['theme']
  return theme === 'light' || theme === 'dark' ? theme : 'system'
}

function subscribe(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange)
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] })
  const media = window.matchMedia(DARK)
  media.addEventListener('change', onChange)
  return () => {
    observer.disconnect()
    media.removeEventListener('change', onChange)
  }
}

/** Shows the whole page in a theme. The document element holds the choice, so nothing has to be passed down. */
export function applyTheme(theme: Theme): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** The chosen theme and the one that is shown; follows `applyTheme` and the device. */
export function useTheme(): { readonly theme: Theme; readonly shown: 'light' | 'dark' } {
  const theme = useSyncExternalStore(subscribe, chosenTheme)
  const isDeviceDark = useSyncExternalStore(subscribe, () => window.matchMedia(DARK).matches)
  const shown = theme === 'system' ? (isDeviceDark ? 'dark' : 'light') : theme
  return { theme, shown }
}
