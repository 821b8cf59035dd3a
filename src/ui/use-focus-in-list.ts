import { useEffect, useRef, type RefObject } from 'react'

/**
 * Keeps the focus in a list that a row is deleted from: when the row that it would go back to is gone, it goes to the menu
 * of the row that stands there now, else to `otherwise`. `isBusy`: a dialog is open, and has the focus.
 */
export function useFocusInList(
  ids: readonly string[],
  isBusy: boolean,
  list: RefObject<HTMLElement | null>,
  otherwise: RefObject<HTMLElement | null>,
): void {
  const before = useRef(ids)
  const gone = useRef(-1)
  useEffect(() => {
    const index = before.current.findIndex((id) => !ids.includes(id))
    before.current = ids
    if (index >= 0) gone.current = index
    if (isBusy || gone.current < 0) return undefined
    const { current: place } = gone
    // A dialog that closes gives the focus back a frame later.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        gone.current = -1
        if (document.activeElement !== null && document.activeElement !== document.body) return
        const menu = list.current?.children.item(place)?.querySelector<HTMLElement>('[aria-haspopup]')
        const next = menu ?? otherwise.current
        next?.focus()
      })
    })
    return () => cancelAnimationFrame(frame)
  }, [ids, isBusy, list, otherwise])
}
