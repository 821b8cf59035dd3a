import { armOf, childrenOf, positionOf, type ArmId, type IntegrationDoc, type Step, type StepId } from '#domain'
import { armNodeId } from '../steps/arm-node-id.ts'

export type FocusKey = 'up' | 'down' | 'left' | 'right' | 'first' | 'last'

/** What the focus can be on: a step, the name of an arm, or the end of a loop that has no steps yet. */
export type FocusSpot =
  | { readonly kind: 'step'; readonly step: StepId }
  | { readonly kind: 'arm'; readonly step: StepId; readonly arm: ArmId }
  | { readonly kind: 'loop-end'; readonly step: StepId; readonly arm: ArmId }

export interface FocusContext {
  readonly doc: IntegrationDoc
  /** The steps drawn, in the order of the flow. */
  readonly steps: readonly StepId[]
  readonly collapsed: ReadonlySet<StepId>
}

/** The id of the node that a spot is. */
function spotId(spot: FocusSpot): string {
  if (spot.kind === 'step') return spot.step
  return spot.kind === 'arm' ? armNodeId(spot.step, spot.arm) : `${spot.step}:next`
}

/** What a node's id stands for; `undefined` when it is not there any more. */
export function spotOf(doc: IntegrationDoc, id: string): FocusSpot | undefined {
  const [owner = '', part] = id.split(':')
  const step = doc.steps[owner as StepId]
  if (!step) return undefined
  if (part === undefined) return { kind: 'step', step: step.id }
  if (part === 'next') return { kind: 'loop-end', step: step.id, arm: 'body' as ArmId }
  return armOf(step, part as ArmId) && { kind: 'arm', step: step.id, arm: part as ArmId }
}

/**
 * Where an arrow key goes: down and up to what comes next and before, right into arms and bodies and on to the next arm,
 * left out of them. `undefined` where there is nothing that way.
 */
export function nextFocus(context: FocusContext, id: string, key: FocusKey): string | undefined {
  const { doc, steps } = context
  if (key === 'first') return steps[0]
  if (key === 'last') return steps.at(-1)
  const spot = spotOf(doc, id)
  if (!spot) return steps[0]
  const next = MOVES[key](context, spot)
  return next && spotId(next)
}

type Move = (context: FocusContext, spot: FocusSpot) => FocusSpot | undefined

const MOVES: Readonly<Record<'up' | 'down' | 'left' | 'right', Move>> = { up, down, left, right }

const stepSpot = (step: StepId | undefined): FocusSpot | undefined =>
  step === undefined ? undefined : { kind: 'step', step }

function down(context: FocusContext, spot: FocusSpot): FocusSpot | undefined {
  if (spot.kind === 'arm') {
    const [first] = childrenOf(context.doc, { step: spot.step, arm: spot.arm })
    return stepSpot(first) ?? stepSpot(after(context, spot.step))
  }
  return stepSpot(after(context, spot.step))
}

/** The step that is done after one, when that is over: the next in its sequence, or after what contains it. */
function after({ doc }: FocusContext, id: StepId): StepId | undefined {
  let current: StepId | undefined = id
  while (current !== undefined) {
    const at = positionOf(doc, current)
    if (!at) return firstOfFlow(doc, current)
    const next = childrenOf(doc, at.place)[at.index + 1]
    if (next !== undefined) return next
    current = 'step' in at.place ? at.place.step : undefined
  }
  return undefined
}

/** After a trigger comes the first step of its flow. */
const firstOfFlow = (doc: IntegrationDoc, trigger: StepId): StepId | undefined =>
  Object.values(doc.flows).find((flow) => flow.trigger === trigger)?.body[0]

function up({ doc }: FocusContext, spot: FocusSpot): FocusSpot | undefined {
  if (spot.kind !== 'step') return stepSpot(spot.step)
  const at = positionOf(doc, spot.step)
  if (!at) return undefined
  if (at.index > 0) return stepSpot(childrenOf(doc, at.place)[at.index - 1])
  return 'flow' in at.place ? stepSpot(doc.flows[at.place.flow]?.trigger) : aroundOf(doc, at.place)
}

/** What stands at the head of an arm: its name, or the loop itself. */
function aroundOf(doc: IntegrationDoc, { step, arm }: { readonly step: StepId; readonly arm: ArmId }): FocusSpot {
  return hasLabel(doc.steps[step], arm) ? { kind: 'arm', step, arm } : { kind: 'step', step }
}

const hasLabel = (step: Step | undefined, arm: ArmId): boolean => step?.kind !== 'loop' || arm === 'error'

function right(context: FocusContext, spot: FocusSpot): FocusSpot | undefined {
  const { doc, collapsed } = context
  const step = doc.steps[spot.step]
  if (spot.kind === 'arm') return armBeside(step, spot.arm, 1)
  const [first] = spot.kind === 'step' && step && !collapsed.has(step.id) ? step.arms : []
  if (step && first) {
    if (hasLabel(step, first.id)) return { kind: 'arm', step: step.id, arm: first.id }
    return stepSpot(first.body[0]) ?? { kind: 'loop-end', step: step.id, arm: first.id }
  }
  const at = positionOf(doc, spot.step)
  return at && 'step' in at.place ? armBeside(doc.steps[at.place.step], at.place.arm, 1) : undefined
}

function left({ doc }: FocusContext, spot: FocusSpot): FocusSpot | undefined {
  if (spot.kind === 'loop-end') return stepSpot(spot.step)
  if (spot.kind === 'arm') return armBeside(doc.steps[spot.step], spot.arm, -1) ?? stepSpot(spot.step)
  const at = positionOf(doc, spot.step)
  return at && 'step' in at.place ? aroundOf(doc, at.place) : undefined
}

function armBeside(step: Step | undefined, arm: ArmId, by: -1 | 1): FocusSpot | undefined {
  const index = step?.arms.findIndex(({ id }) => id === arm) ?? -1
  const beside = index < 0 ? undefined : step?.arms[index + by]
  return step && beside && hasLabel(step, beside.id) ? { kind: 'arm', step: step.id, arm: beside.id } : undefined
}
