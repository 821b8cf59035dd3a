import { useEffect, useState, type RefObject } from 'react'

/**
 * Counts how often an element has moved on the screen while `isActive`: by scrolling, or because it stands on a canvas
 * that is panned or zoomed, which no event tells of.
 */
export function useAnchorMoves(isActive: boolean, anchorRef: RefObject<Element | null> | undefined): number {
  const [moves, setMoves] = useState(0)
  useEffect(() => {
    if (!isActive || !anchorRef) return
    let before = anchorRef.current?.getBoundingClientRect()
    let frame = requestAnimationFrame(function look() {
      const now = anchorRef.current?.getBoundingClientRect()
      if (now && before && (now.x !== before.x || now.y !== before.y)) setMoves((count) => count + 1)
      before = now
      frame = requestAnimationFrame(look)
    })
    return () => cancelAnimationFrame(frame)
  }, [isActive, anchorRef])
  return moves
}
