import { useEffect, type RefObject } from 'react'

/**
 * Brings the focus to an element of a dialog when it got lost, because what had it is no longer there after `change`. A
 * dialog that is open on top keeps it.
 */
export function useKeptFocus(element: RefObject<HTMLElement | null>, change: unknown): void {
  useEffect(() => {
    // A dialog that closes gives the focus back a frame later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (!document.activeElement?.closest('[role="dialog"]')) element.current?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [element, change])
}
