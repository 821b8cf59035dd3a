import { useRef, useState, type FocusEvent } from 'react'

/** What keeps its own focus and keys inside the canvas. */
const CONTROL = 'a, button, input, textarea, select, [contenteditable], [role="toolbar"]'

/** Whether an event is a control's inside the canvas, and so not meant for the step it stands on. */
export const isInControl = ({ target }: { readonly target: EventTarget }): boolean =>
  target instanceof Element && target.closest(CONTROL) !== null

/**
 * Makes the canvas one tab stop: while nothing on it has the focus, the canvas itself can be reached, and `onEnter` moves
 * the focus on to a step.
 */
export function useOneTabStop(onEnter: () => void) {
  const [hasFocus, setHasFocus] = useState(false)
  const isPressed = useRef(false)
  return {
    tabIndex: hasFocus ? -1 : 0,
    onPointerDownCapture: () => {
      isPressed.current = true
      const release = () => {
        isPressed.current = false
      }
      window.addEventListener('pointerup', release, { capture: true, once: true })
      window.addEventListener('pointercancel', release, { capture: true, once: true })
    },
    onFocus: (event: FocusEvent) => {
      // A press on the empty canvas, and what is drawn no longer, also give the focus to the canvas itself; then nothing
      // is to move.
      if (event.target === event.currentTarget && !hasFocus && !isPressed.current) onEnter()
      setHasFocus(!isInControl(event))
    },
    onBlur: (event: FocusEvent) => {
      if (!event.currentTarget.contains(event.relatedTarget)) setHasFocus(false)
    },
  }
}
