import type { Point } from '../layout/flow-layout.ts'

/** How near to the edge of the canvas a drag begins to pan it, and how fast at most, in pixels and pixels per frame. */
const MARGIN = 48
const FASTEST = 14

/** How far the canvas moves under a pointer near, or a little beyond, one of its edges. */
export function panSpeed(
  pointer: Point,
  box: { readonly left: number; readonly right: number; readonly top: number; readonly bottom: number },
): Point {
  const isAside = pointer.x < box.left - MARGIN || pointer.x > box.right + MARGIN
  const isApart = pointer.y < box.top - MARGIN || pointer.y > box.bottom + MARGIN
  // What is dragged from the palette beside the canvas is not meant to pan it.
  if (isAside || isApart || pointer.x < box.left || pointer.x > box.right) return { x: 0, y: 0 }
  return { x: along(pointer.x, box.left, box.right), y: along(pointer.y, box.top, box.bottom) }
}

function along(at: number, from: number, to: number): number {
  if (at < from + MARGIN) return Math.round(FASTEST * Math.min(1, (from + MARGIN - at) / MARGIN))
  if (at > to - MARGIN) return -Math.round(FASTEST * Math.min(1, (at - (to - MARGIN)) / MARGIN))
  return 0
}
