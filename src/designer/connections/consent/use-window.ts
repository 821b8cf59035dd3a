import { useEffect, useRef, useState } from 'react'
import { openWindow } from './open-window.ts'

/**
 * How the provider's window stands. `gone`: closed, or out of reach - a page that isolates itself from its opener (COOP)
 * looks closed to it at once, so this never ends anything.
 */
export type WindowState = 'none' | 'open' | 'blocked' | 'gone'

const LOOK_EVERY_MS = 500

/** A window of the provider: opens it in the press of a button, and watches it. */
export function useWindow(): {
  readonly state: WindowState
  /** Opens the address, or brings the window that is there to the front. */
  readonly open: (url: string) => void
  readonly close: () => void
} {
  const opened = useRef<Window | null>(null)
  const [state, setState] = useState<WindowState>('none')
  useEffect(() => {
    if (state !== 'open') return undefined
    const timer = setInterval(() => {
      if (opened.current?.closed !== false) setState('gone')
    }, LOOK_EVERY_MS)
    return () => clearInterval(timer)
  }, [state])
  return {
    state,
    open: (url) => {
      if (opened.current?.closed === false) {
        opened.current.focus()
        return
      }
      opened.current = openWindow(url)
      setState(opened.current ? 'open' : 'blocked')
    },
    close: () => {
      opened.current?.close()
      opened.current = null
      setState('none')
    },
  }
}
