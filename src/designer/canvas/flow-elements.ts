import type { Node } from '@xyflow/react'
import type { LayoutNode, LayoutNodeKind } from './layout/flow-layout.ts'

/** A node of the canvas: nothing but its place in the picture; what it shows it reads from the workbench itself. */
export type CanvasNode = Node<{ readonly node: LayoutNode }, LayoutNodeKind>

const nodes = new WeakMap<LayoutNode, CanvasNode>()

/** Frames lie below lines, everything else above them. */
const FRAME_LEVEL = -1

/**
 * The node React Flow draws. Its size is given, so that React Flow shows it without measuring; the same layout node gives the same
 * object, so that React Flow renders only what moved.
 */
export function canvasNodeOf(node: LayoutNode): CanvasNode {
  const known = nodes.get(node)
  if (known) return known
  const { id, kind, x, y, width, height } = node
  const size = { width, height }
  const made: CanvasNode = {
    id,
    type: kind,
    position: { x, y },
    ...size,
    measured: size,
    data: { node },
    // Presses on a node are for the node; a frame is looked at only.
    className: kind === 'frame' || kind === 'merge' ? '' : 'nopan',
    style: { pointerEvents: kind === 'frame' || kind === 'merge' ? 'none' : 'all' },
    ...(kind === 'frame' && { zIndex: FRAME_LEVEL }),
    // The node inside carries role and name.
    domAttributes: { 'aria-roledescription': undefined },
  }
  nodes.set(node, made)
  return made
}
