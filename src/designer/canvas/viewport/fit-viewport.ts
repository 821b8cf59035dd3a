import type { Viewport } from '@xyflow/react'

/** A rectangle in flow coordinates. */
export interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** The canvas on the page, in pixels. */
export interface ViewSize {
  readonly width: number
  readonly height: number
}

export const MIN_ZOOM = 0.02
export const MAX_ZOOM = 2

const PADDING = 48

/**
 * The viewport that shows a box as a whole, centred, no larger than life. Computed from the layout: with culling on, React
 * Flow's own `fitView` waits for nodes that are never drawn.
 */
export function fitViewport(box: Box, view: ViewSize, maxZoom = 1): Viewport {
  const room = { width: Math.max(1, view.width - 2 * PADDING), height: Math.max(1, view.height - 2 * PADDING) }
  const zoom = clamp(Math.min(room.width / Math.max(1, box.width), room.height / Math.max(1, box.height)), maxZoom)
  return centredAt({ x: box.x + box.width / 2, y: box.y + box.height / 2 }, view, zoom)
}

/** The viewport with a point in its middle. */
export function centredAt(point: { readonly x: number; readonly y: number }, view: ViewSize, zoom: number): Viewport {
  return { x: view.width / 2 - point.x * zoom, y: view.height / 2 - point.y * zoom, zoom }
}

/** The smallest scale a flow is first shown at: everything on a node can be read. */
const FIRST_ZOOM = 0.75

/**
 * How a flow is first shown: its beginning at the top, as wide as can be read. A flow that is wider shows its main line,
 * which runs at x = 0, in the middle.
 */
export function firstViewport(flow: Box, view: ViewSize): Viewport {
  const zoom = Math.min(1, Math.max(FIRST_ZOOM, view.width / (flow.width + 2 * PADDING)))
  const fits = (flow.width + PADDING) * zoom <= view.width
  const middle = fits ? flow.x + flow.width / 2 : 0
  return { x: Math.round(view.width / 2 - middle * zoom), y: PADDING - Math.round(flow.y * zoom), zoom }
}

/** The viewport moved as little as shows a box, with room around it; the same viewport when it is in view already. */
export function revealed(box: Box, view: ViewSize, from: Viewport): Viewport {
  const { zoom } = from
  const margin = Math.min(64, view.height / 6)
  const left = box.x * zoom + from.x
  const top = box.y * zoom + from.y
  const dx = shift(left, box.width * zoom, view.width, margin)
  const dy = shift(top, box.height * zoom, view.height, margin)
  return dx === 0 && dy === 0 ? from : { x: from.x + dx, y: from.y + dy, zoom }
}

function shift(start: number, size: number, room: number, margin: number): number {
  if (start < margin) return margin - start
  const over = start + size - (room - margin)
  return over > 0 ? -Math.min(over, start - margin) : 0
}

const clamp = (zoom: number, maxZoom: number): number => Math.max(MIN_ZOOM, Math.min(maxZoom, zoom))
