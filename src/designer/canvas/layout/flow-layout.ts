import type { ArmId, FlowId, Place, StepId } from '#domain'

/** A point in flow coordinates: pixels at scale 1, y downwards, the trigger's axis near the middle. */
export interface Point {
  readonly x: number
  readonly y: number
}

/**
 * What is drawn. `merge` is the point where arms meet again, `loop-end` the hint at the end of a loop's body, `frame` the
 * box around it, `end` what stands below the last step.
 */
export type LayoutNodeKind = 'step' | 'arm-label' | 'merge' | 'loop-end' | 'frame' | 'end'

export interface LayoutNode {
  readonly id: string
  readonly kind: LayoutNodeKind
  /** The step it is, or belongs to; null for the end of the flow. */
  readonly step: StepId | null
  readonly arm: ArmId | null
  /** The left upper corner. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** A collapsed step: how many steps are folded away. */
  readonly folded: number
}

/** Where a step can be put: `index` in `place`, below `after` or, at the start of an arm, below its name. */
export interface InsertPoint {
  readonly place: Place
  readonly index: number
  readonly after: StepId | null
  readonly x: number
  readonly y: number
}

/** `step`: the way from one thing to the next; `fan`: into an arm; `through`: past an error arm; `error`: into it; `back`: the loop. */
export type LayoutEdgeRole = 'step' | 'fan' | 'through' | 'error' | 'back'

export interface LayoutEdge {
  readonly id: string
  /** Ids of nodes. */
  readonly from: string
  readonly to: string
  readonly role: LayoutEdgeRole
  /** Inside an error arm. */
  readonly isError: boolean
  /** The corners of the line. */
  readonly points: readonly Point[]
  /** Where a step can be put on it; every place and index of the flow is on exactly one edge. */
  readonly insert: InsertPoint | null
}

/** The picture of a flow. The same flow gives the same picture; nothing of it is stored. */
export interface FlowLayout {
  readonly flow: FlowId
  readonly nodes: readonly LayoutNode[]
  readonly edges: readonly LayoutEdge[]
  /** The bounds of all nodes. */
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
  /** The steps drawn, in the order of the flow. */
  readonly steps: readonly StepId[]
}
