import type { StoreApi } from 'zustand'
import type { DragLoad, StepSession } from './step-session.ts'

/** Pixels the pointer must travel before a press becomes a drag. */
const THRESHOLD = 5

/** What of a pointer event a drag begins with. */
export interface DragPress {
  readonly pointerId: number
  readonly clientX: number
  readonly clientY: number
}

/**
 * Follows a pressed pointer over the whole page. From some pixels on the session says what is dragged and where, and when
 * it was let go; the canvas does the rest. Escape, a lost pointer and a page in the background cancel.
 */
export function startDrag(session: StoreApi<StepSession>, press: DragPress, load: () => DragLoad): void {
  let isDragging = false
  const move = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return
    const { clientX: x, clientY: y } = event
    if (!isDragging && Math.hypot(x - press.clientX, y - press.clientY) < THRESHOLD) return
    if (isDragging) session.setState(({ drag }) => ({ drag: drag && { ...drag, x, y } }))
    else session.setState({ drag: { load: load(), x, y, isDropped: false } })
    isDragging = true
    event.preventDefault()
  }
  const end = () => {
    session.setState({ drag: null })
    for (const [type, listener] of listeners) window.removeEventListener(type, listener, true)
    if (isDragging) swallowClick()
  }
  const drop = (event: PointerEvent) => {
    if (event.pointerId !== press.pointerId) return
    move(event)
    session.setState(({ drag }) => ({ drag: drag && { ...drag, isDropped: true } }))
    end()
  }
  const cancel = (event: Event) => {
    if (event instanceof KeyboardEvent) {
      if (event.key !== 'Escape' || !isDragging) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Elements blur all the time; only the window's own blur means that the person is elsewhere.
    if (event.type === 'blur' && event.target !== window) return
    end()
  }
  const listeners = [
    ['pointermove', move],
    ['pointerup', drop],
    ['pointercancel', cancel],
    ['keydown', cancel],
    ['blur', cancel],
  ] as [string, EventListener][]
  for (const [type, listener] of listeners) window.addEventListener(type, listener, true)
}

/** The click that ends a drag is not a click on what lies under it. */
function swallowClick(): void {
  const swallow = (event: Event) => {
    event.preventDefault()
    event.stopPropagation()
  }
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true))
}
