import { useEffect, useRef, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'

/** The trigger toggles by itself, and what a popover's own fields open floats in overlays of its own. */
function isOutside(target: EventTarget | null, triggerRef: RefObject<Element | null> | undefined): boolean {
  if (!(target instanceof Element)) return false
  return target.closest('[data-overlay]') === null && triggerRef?.current?.contains(target) !== true
}

/**
 * Tells when a person leaves something that floats without blocking the page: by Escape, by moving the focus away, or by
 * pressing elsewhere - also on what takes no focus, such as a canvas. Scrolling is no leaving.
 */
export function useLeaving(
  isActive: boolean,
  triggerRef: RefObject<Element | null> | undefined,
  onLeave: () => void,
): { readonly onKeyDown: (event: KeyboardEvent) => void; readonly onBlur: (event: FocusEvent) => void } {
  const leave = useRef(onLeave)
  useEffect(() => {
    leave.current = onLeave
  })
  useEffect(() => {
    if (!isActive) return
    const onPress = ({ target }: PointerEvent) => {
      if (isOutside(target, triggerRef)) leave.current()
    }
    // The focus goes into what opens a moment after it is seen; Escape means it already then.
    const onKey = (event: globalThis.KeyboardEvent) => {
      const { key, target } = event
      if (key !== 'Escape' || (target instanceof Element && target.closest('[data-overlay]') !== null)) return
      event.stopPropagation()
      leave.current()
    }
    window.addEventListener('pointerdown', onPress, true)
    window.addEventListener('keydown', onKey, true)
    return () => {
      window.removeEventListener('pointerdown', onPress, true)
      window.removeEventListener('keydown', onKey, true)
    }
  }, [isActive, triggerRef])
  return {
    onKeyDown: ({ key }) => {
      if (isActive && key === 'Escape') onLeave()
    },
    onBlur: ({ relatedTarget }) => {
      if (isActive && isOutside(relatedTarget, triggerRef)) onLeave()
    },
  }
}
