import type { Arm, Place, StepId } from '#domain'
import { armNodeId } from '../../steps/arm-node-id.ts'
import { gapKey } from '../../steps/gap-key.ts'
import type { LayoutEdge, LayoutNode, Point } from './flow-layout.ts'
import { METRICS } from './layout-metrics.ts'
import { columnHeight, type Extent, type MeasureContext, type MeasuredStep } from './measure-step.ts'

/** The picture while it is drawn, from the measured steps. */
export interface Picture {
  readonly context: MeasureContext
  readonly nodes: LayoutNode[]
  readonly edges: LayoutEdge[]
  readonly steps: StepId[]
}

/** Where a line starts: the node, and the point at its lower side. */
export interface Exit extends Point {
  readonly node: string
}

interface SequenceEnd {
  /** The node in which the last edge ends, and its corners from the axis on. */
  readonly node: string
  readonly tail: readonly Point[]
}

interface Sequence {
  readonly place: Place
  readonly ids: readonly StepId[]
  readonly start: Exit
  readonly after: StepId | null
  readonly isError: boolean
  /** Told where the sequence is over, in pixels downwards. */
  readonly end: (bottom: number) => SequenceEnd
}

const half = METRICS.stepWidth / 2

/** Draws the steps of a place below each other, with an edge before, between and after them. */
export function placeSequence(picture: Picture, { place, ids, start, after, isError, end }: Sequence): void {
  let exit = start
  let last = after
  let index = 0
  const connect = (to: string, points: readonly Point[]) => {
    picture.edges.push({
      id: gapKey(place, index),
      from: exit.node,
      to,
      role: 'step',
      isError,
      points: [{ x: exit.x, y: exit.y }, ...points],
      insert: { place, index, after: last, x: exit.x, y: exit.y + METRICS.gap / 2 },
    })
  }
  for (const id of ids) {
    const step = picture.context.measured.get(id)
    if (!step) continue
    const top = exit.y + METRICS.gap
    connect(id, [{ x: exit.x, y: top }])
    exit = placeStep(picture, step, { x: exit.x, y: top }, isError)
    last = id
    index += 1
  }
  const bottom = exit.y + (ids.length === 0 ? METRICS.emptyGap : METRICS.gap)
  const { node, tail } = end(bottom)
  connect(node, tail)
}

/** Draws a step with everything inside it below `at`, the middle of its upper side; gives where it is left. */
export function placeStep(picture: Picture, measured: MeasuredStep, at: Point, isError: boolean): Exit {
  const { step, headHeight, folded, columns, loopBody } = measured
  const { x } = at
  const bottom = at.y + headHeight
  // The frame comes before its step: what is later lies above.
  if (loopBody) picture.nodes.push(frameOf(measured, loopBody, { x, y: bottom }))
  picture.nodes.push({
    id: step.id,
    kind: 'step',
    step: step.id,
    arm: null,
    x: x - half,
    y: at.y,
    width: METRICS.stepWidth,
    height: headHeight,
    folded,
  })
  picture.steps.push(step.id)
  let exit: Exit = { node: step.id, x, y: bottom }
  if (loopBody) exit = placeLoop(picture, measured, loopBody, { x, y: bottom }, isError)
  return columns.length === 0 ? exit : placeColumns(picture, measured, exit, { x, y: bottom }, isError)
}

const loopArmOf = ({ step }: MeasuredStep): Arm | undefined => step.arms.find(({ id }) => id !== 'error')

function frameOf(measured: MeasuredStep, body: Extent, at: Point): LayoutNode {
  const { step, headHeight } = measured
  const box = {
    x: at.x - body.left - METRICS.frameLeft,
    y: at.y - headHeight / 2,
    width: body.left + body.right + METRICS.frameLeft + METRICS.frameRight,
    height: headHeight / 2 + body.height + METRICS.loopEndHeight + METRICS.frameBottom,
  }
  return nodeOf('frame', `${step.id}:frame`, step.id, loopArmOf(measured)?.id ?? null, box)
}

/** Draws the body of a loop, and the way back to its step. */
function placeLoop(picture: Picture, measured: MeasuredStep, body: Extent, at: Point, isError: boolean): Exit {
  const { step, headHeight } = measured
  const arm = loopArmOf(measured)
  if (!arm) return { node: step.id, ...at }
  const endId = `${step.id}:next`
  const { loopEndWidth: width, loopEndHeight: height } = METRICS
  const bottom = at.y + body.height
  const backX = at.x - body.left - METRICS.frameLeft / 2
  const headSide = at.y - headHeight / 4
  placeSequence(picture, {
    place: { step: step.id, arm: arm.id },
    ids: arm.body,
    start: { node: step.id, ...at },
    after: null,
    isError,
    end: () => ({ node: endId, tail: [{ x: at.x, y: bottom }] }),
  })
  picture.nodes.push(nodeOf('loop-end', endId, step.id, arm.id, { x: at.x - width / 2, y: bottom, width, height }))
  picture.edges.push({
    id: `${step.id}:back`,
    from: endId,
    to: step.id,
    role: 'back',
    isError,
    points: [
      { x: at.x - width / 2, y: bottom + height / 2 },
      { x: backX, y: bottom + height / 2 },
      { x: backX, y: headSide },
      { x: at.x - half, y: headSide },
    ],
    insert: null,
  })
  return { node: `${step.id}:frame`, x: at.x, y: bottom + height + METRICS.frameBottom }
}

/** Draws the arms side by side and the point where they meet again. */
function placeColumns(picture: Picture, measured: MeasuredStep, main: Exit, at: Point, isError: boolean): Exit {
  const { step, columns, headHeight } = measured
  const mergeId = `${step.id}:merge`
  const meet = at.y + Math.max(...columns.map(columnHeight))
  const merge = { x: at.x, y: meet + METRICS.join }
  const tailOf = (axis: number): readonly Point[] =>
    axis === at.x ? [merge] : [{ x: axis, y: meet + METRICS.join / 2 }, { x: at.x, y: meet + METRICS.join / 2 }, merge]
  for (const { arm, axis } of columns) {
    if (arm)
      placeArm(picture, measured, arm, { x: at.x + axis, y: at.y }, isError, { node: mergeId, headX: at.x, tailOf })
    else {
      picture.edges.push({
        id: `${step.id}:through`,
        from: main.node,
        to: mergeId,
        role: 'through',
        isError,
        points: [{ x: main.x, y: main.y }, ...tailOf(main.x)],
        insert: null,
      })
    }
  }
  const side = METRICS.merge / 2
  const box = { x: merge.x - side, y: merge.y - METRICS.merge, width: METRICS.merge, height: METRICS.merge }
  picture.nodes.push(nodeOf('merge', mergeId, step.id, null, box))
  return { node: mergeId, x: at.x, y: at.y - headHeight + measured.height }
}

function placeArm(
  picture: Picture,
  { step, headHeight }: MeasuredStep,
  arm: Arm,
  at: Point,
  isError: boolean,
  meeting: { readonly node: string; readonly headX: number; readonly tailOf: (axis: number) => readonly Point[] },
): void {
  const labelId = armNodeId(step.id, arm.id)
  const top = at.y + METRICS.fan
  const isErrorArm = arm.id === 'error'
  const box = {
    x: at.x - METRICS.armLabelWidth / 2,
    y: top,
    width: METRICS.armLabelWidth,
    height: METRICS.armLabelHeight,
  }
  picture.nodes.push(nodeOf('arm-label', labelId, step.id, arm.id, box))
  const { headX } = meeting
  const sideY = at.y - headHeight / 2
  const turn = at.y + METRICS.fan / 2
  picture.edges.push({
    id: `${labelId}:in`,
    from: step.id,
    to: labelId,
    role: isErrorArm ? 'error' : 'fan',
    isError: isError || isErrorArm,
    points: isErrorArm
      ? [
          { x: headX + half, y: sideY },
          { x: at.x, y: sideY },
          { x: at.x, y: top },
        ]
      : [
          { x: headX, y: at.y },
          { x: headX, y: turn },
          { x: at.x, y: turn },
          { x: at.x, y: top },
        ],
    insert: null,
  })
  placeSequence(picture, {
    place: { step: step.id, arm: arm.id },
    ids: arm.body,
    start: { node: labelId, x: at.x, y: top + METRICS.armLabelHeight },
    after: null,
    isError: isError || isErrorArm,
    end: () => ({ node: meeting.node, tail: meeting.tailOf(at.x) }),
  })
}

function nodeOf(
  kind: LayoutNode['kind'],
  id: string,
  step: StepId | null,
  arm: LayoutNode['arm'],
  box: Pick<LayoutNode, 'x' | 'y' | 'width' | 'height'>,
): LayoutNode {
  return { id, kind, step, arm, ...box, folded: 0 }
}
