import { useEffect, useState } from 'react'

/**
 * Gives the focus back to where it came from when the last of several dialogs that took turns is closed: each of them
 * only knows the one before it, which is gone.
 */
export function useFocusBack(): void {
  const [from] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      // A frame later, when the dialog has tried by itself.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          const isLost = document.activeElement === null || document.activeElement === document.body
          if (isLost && from instanceof HTMLElement && from.isConnected) from.focus()
        }),
      )
    },
    [from],
  )
}
