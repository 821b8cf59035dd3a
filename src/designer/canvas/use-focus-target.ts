import { useLayoutEffect, useRef, type RefObject } from 'react'
import { useStepSession, useStepSessionStore } from '../steps/step-session.ts'

export interface FocusTarget {
  readonly ref: RefObject<HTMLDivElement | null>
  readonly tabIndex: -1
  readonly onFocus: () => void
}

/**
 * Makes something on the canvas focusable without a tab stop of its own. It takes the focus when that is asked for, also
 * when it had to be drawn first, and hands it to the canvas when it is no longer drawn.
 */
export function useFocusTarget(id: string): FocusTarget {
  const ref = useRef<HTMLDivElement>(null)
  const session = useStepSessionStore()
  const isRequested = useStepSession(({ focus }) => focus?.id === id && focus.ask === 'take')
  const settle = () => {
    const { focus } = session.getState()
    if (focus?.id !== id || focus.ask !== 'nothing') session.setState({ focus: { id, ask: 'nothing' } })
  }
  useLayoutEffect(() => {
    if (!isRequested) return
    ref.current?.focus({ preventScroll: true })
    session.setState({ focus: { id, ask: 'nothing' } })
  }, [isRequested, id, session])
  useLayoutEffect(() => {
    const element = ref.current
    return () => {
      if (element && element === document.activeElement) {
        element.closest<HTMLElement>('[data-flow-canvas]')?.focus({ preventScroll: true })
      }
    }
  }, [])
  return { ref, tabIndex: -1, onFocus: settle }
}
