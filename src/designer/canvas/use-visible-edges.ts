import { useStore } from '@xyflow/react'
import { useMemo } from 'react'
import type { FlowLayout, LayoutEdge } from './layout/flow-layout.ts'
import type { Box } from './viewport/fit-viewport.ts'

/** The view is taken in steps of so many pixels of the flow, so that panning changes the list now and then only. */
const TILE = 512

/** The edges in view and a little around it. */
export function useVisibleEdges(layout: FlowLayout): readonly LayoutEdge[] {
  const window = useStore(({ transform: [x, y, zoom], width, height }) =>
    [
      Math.floor(-x / zoom / TILE),
      Math.floor(-y / zoom / TILE),
      Math.ceil((width - x) / zoom / TILE),
      Math.ceil((height - y) / zoom / TILE),
    ].join(' '),
  )
  return useMemo(() => {
    const [left = 0, top = 0, right = 0, bottom = 0] = window.split(' ').map((tile) => Number(tile) * TILE)
    return edgesIn(layout, { x: left, y: top, width: right - left, height: bottom - top })
  }, [layout, window])
}

/** The edges whose bounds touch a box. */
function edgesIn(layout: FlowLayout, { x, y, width, height }: Box): readonly LayoutEdge[] {
  return layout.edges.filter(({ points }) => {
    const [first] = points
    const last = points.at(-1)
    if (!first || !last) return false
    let left = Math.min(first.x, last.x)
    let right = Math.max(first.x, last.x)
    let top = Math.min(first.y, last.y)
    let bottom = Math.max(first.y, last.y)
    for (const point of points) {
      left = Math.min(left, point.x)
      right = Math.max(right, point.x)
      top = Math.min(top, point.y)
      bottom = Math.max(bottom, point.y)
    }
    return left <= x + width && right >= x && top <= y + height && bottom >= y
  })
}
