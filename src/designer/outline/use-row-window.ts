import { useLayoutEffect, useState, type RefObject, type UIEvent } from 'react'
import type { OutlineRow } from './outline-rows.ts'

/** Pixels; all rows are alike, so that the ones in view can be computed. */
export const ROW_HEIGHT = 32

/** Rows drawn above and below the view. */
const AROUND = 8
/** Where nothing can be measured: as if it were a tall panel. */
const UNMEASURED = 960

/** The rows in view, of however many. */
export function useRowWindow(tree: RefObject<HTMLElement | null>, rows: readonly OutlineRow[]) {
  const [top, setTop] = useState(0)
  const [height, setHeight] = useState(UNMEASURED)
  useLayoutEffect(() => {
    const element = tree.current
    if (!element || typeof ResizeObserver === 'undefined') return
    const observer = new ResizeObserver(() => setHeight(element.clientHeight || UNMEASURED))
    observer.observe(element)
    return () => observer.disconnect()
  }, [tree])
  const offset = Math.max(0, Math.floor(top / ROW_HEIGHT) - AROUND)
  const end = Math.ceil((top + height) / ROW_HEIGHT) + AROUND
  return {
    shown: rows.slice(offset, end),
    offset,
    onScroll: (event: UIEvent<HTMLElement>) => setTop(event.currentTarget.scrollTop),
  }
}
