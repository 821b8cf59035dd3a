import { subtreeOf, type Arm, type IntegrationDoc, type Step, type StepId } from '#domain'
import { METRICS } from './layout-metrics.ts'

/** How much room something takes: to the left and right of its axis, and downwards. */
export interface Extent {
  readonly left: number
  readonly right: number
  readonly height: number
}

/** A column of a step's arms: its axis relative to the step's. */
export interface Column {
  /** null: the way past an error arm, or a loop's frame. */
  readonly arm: Arm | null
  readonly axis: number
  /** The room of the arm's steps, without its name. */
  readonly body: Extent
}

/** A step with everything inside it, measured. */
export interface MeasuredStep extends Extent {
  readonly step: Step
  readonly headHeight: number
  readonly folded: number
  /** The room of a loop's body. */
  readonly loopBody: Extent | null
  /** Empty for a step that has no arms, or whose only arm is a loop's body. */
  readonly columns: readonly Column[]
}

/** What the layout needs to know beside the document. */
export interface MeasureContext {
  readonly doc: IntegrationDoc
  readonly collapsed: ReadonlySet<StepId>
  /** Whether a step's node has a row for its connection. */
  readonly hasChip: (step: Step) => boolean
  readonly measured: Map<StepId, MeasuredStep>
}

const half = METRICS.stepWidth / 2
const bare: Extent = { left: half, right: half, height: 0 }

/** The room of a sequence, from the bottom of what it hangs on to the top of what follows. */
export function measureSequence(context: MeasureContext, ids: readonly StepId[]): Extent {
  let { left, right } = bare
  let height: number = METRICS.gap
  for (const id of ids) {
    const step = measureStep(context, id)
    if (!step) continue
    left = Math.max(left, step.left)
    right = Math.max(right, step.right)
    height += step.height + METRICS.gap
  }
  return { left, right, height: ids.length === 0 ? METRICS.emptyGap : height }
}

/** The room of a step; `undefined` when it is not in the document. */
export function measureStep(context: MeasureContext, id: StepId): MeasuredStep | undefined {
  const step = context.doc.steps[id]
  if (!step) return undefined
  const measured = measure(context, step)
  context.measured.set(id, measured)
  return measured
}

function measure(context: MeasureContext, step: Step): MeasuredStep {
  const headHeight = context.hasChip(step) ? METRICS.stepHeightWithChip : METRICS.stepHeight
  const head: Head = { step, headHeight, folded: 0, loopBody: null }
  if (step.arms.length === 0) return measuredOf(head, half, half, headHeight, NO_COLUMNS)
  if (context.collapsed.has(step.id)) {
    const folded = subtreeOf(context.doc, step.id).length - 1
    return measuredOf({ ...head, folded }, half, half, headHeight, NO_COLUMNS)
  }
  const errorArm = step.arms.find((arm) => arm.id === 'error')
  const arms = step.arms.filter((arm) => arm !== errorArm)
  if (step.kind !== 'loop') return withColumns(context, head, arms, errorArm, null)
  const body = measureSequence(context, arms[0]?.body ?? [])
  const frame: Extent = {
    left: body.left + METRICS.frameLeft,
    right: body.right + METRICS.frameRight,
    height: body.height + METRICS.loopEndHeight + METRICS.frameBottom,
  }
  const loop = { ...head, loopBody: body }
  if (!errorArm) return measuredOf(loop, frame.left, frame.right, headHeight + frame.height, NO_COLUMNS)
  return withColumns(context, loop, [], errorArm, frame)
}

type Head = Pick<MeasuredStep, 'step' | 'headHeight' | 'folded' | 'loopBody'>

const NO_COLUMNS: readonly Column[] = []

/** Written out, not spread: spreading a second object into one costs a hundred times as much, and every step comes by. */
function measuredOf(
  { step, headHeight, folded, loopBody }: Head,
  left: number,
  right: number,
  height: number,
  columns: readonly Column[],
): MeasuredStep {
  return { step, headHeight, folded, loopBody, left, right, height, columns }
}

/** Sets the arms side by side; the step stands above their middle, the error arm at the right. */
function withColumns(
  context: MeasureContext,
  head: Head,
  arms: readonly Arm[],
  errorArm: Arm | undefined,
  frame: Extent | null,
): MeasuredStep {
  const main: { readonly arm: Arm | null; readonly body: Extent }[] =
    arms.length > 0
      ? arms.map((arm) => ({ arm, body: measureSequence(context, arm.body) }))
      : [{ arm: null, body: frame ?? bare }]
  const columns: Column[] = []
  let edge = 0
  for (const { arm, body } of main) {
    const axis = columns.length === 0 ? 0 : edge + METRICS.armGap + body.left
    columns.push({ arm, axis, body })
    edge = axis + body.right
  }
  const middle = middleOf(columns)
  if (errorArm) {
    const body = measureSequence(context, errorArm.body)
    const axis = Math.max(edge, middle + half) + METRICS.armGap + body.left
    columns.push({ arm: errorArm, axis, body })
    edge = axis + body.right
  }
  const centred = columns.map((column) => ({ ...column, axis: column.axis - middle }))
  const deepest = Math.max(...centred.map(columnHeight))
  const left = Math.max(half, ...centred.map(({ axis, body }) => body.left - axis))
  const right = Math.max(half, ...centred.map(({ axis, body }) => axis + body.right))
  return measuredOf(head, left, right, head.headHeight + deepest + METRICS.join, centred)
}

/** Above the column in the middle, so that its line is straight; between the two in the middle of an even number. */
function middleOf(columns: readonly Column[]): number {
  const before = columns[Math.floor((columns.length - 1) / 2)]?.axis ?? 0
  const after = columns[Math.floor(columns.length / 2)]?.axis ?? 0
  return (before + after) / 2
}

/** From the bottom of the step to where the column ends. */
export function columnHeight({ arm, body }: Column): number {
  return arm === null ? body.height : METRICS.fan + METRICS.armLabelHeight + body.height
}
