import type { ArmId, FlowId, StepId } from './ids.ts'
import type { IntegrationDoc } from './integration.ts'
import type { Place, Position } from './place.ts'
import type { Arm, Step } from './step.ts'

/** Whether two places are the same sequence. */
export function samePlace(a: Place, b: Place): boolean {
  if ('flow' in a) return 'flow' in b && a.flow === b.flow
  return 'step' in b && a.step === b.step && a.arm === b.arm
}

/** The arm of a step, or `undefined`. */
export function armOf(step: Step, arm: ArmId): Arm | undefined {
  return step.arms.find((candidate) => candidate.id === arm)
}

/** The steps at a place, in order; empty when the place does not exist. */
export function childrenOf(doc: IntegrationDoc, place: Place): readonly StepId[] {
  if ('flow' in place) return doc.flows[place.flow]?.body ?? []
  const step = doc.steps[place.step]
  return step ? (armOf(step, place.arm)?.body ?? []) : []
}

/** Whether a place exists in the document. */
export function placeExists(doc: IntegrationDoc, place: Place): boolean {
  if ('flow' in place) return place.flow in doc.flows
  const step = doc.steps[place.step]
  return step !== undefined && armOf(step, place.arm) !== undefined
}

/** The document with other children at a place. The place must exist. */
export function withChildren(doc: IntegrationDoc, place: Place, children: readonly StepId[]): IntegrationDoc {
  if ('flow' in place) {
    const flow = doc.flows[place.flow]
    if (!flow) return doc
    return { ...doc, flows: { ...doc.flows, [flow.id]: { ...flow, body: [...children] } } }
  }
  const step = doc.steps[place.step]
  if (!step) return doc
  const arms = step.arms.map((arm) => (arm.id === place.arm ? { ...arm, body: [...children] } : arm))
  return { ...doc, steps: { ...doc.steps, [step.id]: { ...step, arms } } }
}

/** The places inside a step. */
export function placesIn(step: Step): readonly Place[] {
  return step.arms.map((arm) => ({ step: step.id, arm: arm.id }))
}

/** The step and everything inside it, in the order of the flow. */
export function subtreeOf(doc: IntegrationDoc, id: StepId): readonly StepId[] {
  const step = doc.steps[id]
  if (!step) return []
  return [id, ...step.arms.flatMap((arm) => arm.body.flatMap((child) => subtreeOf(doc, child)))]
}

/** Every step of a flow, trigger first, in the order of the flow. */
export function stepsOfFlow(doc: IntegrationDoc, flow: FlowId): readonly StepId[] {
  const record = doc.flows[flow]
  if (!record) return []
  return [...subtreeOf(doc, record.trigger), ...record.body.flatMap((child) => subtreeOf(doc, child))]
}

/** Where every step is. Triggers have no position. */
export interface TreeIndex {
  readonly positions: ReadonlyMap<StepId, Position>
  readonly flows: ReadonlyMap<StepId, FlowId>
}

const indexes = new WeakMap<IntegrationDoc['steps'], { flows: IntegrationDoc['flows']; index: TreeIndex }>()

/** The positions of all steps; computed once for each state of the tables. */
export function treeIndexOf(doc: IntegrationDoc): TreeIndex {
  const known = indexes.get(doc.steps)
  if (known && known.flows === doc.flows) return known.index
  const positions = new Map<StepId, Position>()
  const flows = new Map<StepId, FlowId>()
  const visit = (place: Place, flow: FlowId) => {
    childrenOf(doc, place).forEach((child, index) => {
      if (flows.has(child)) return
      positions.set(child, { place, index })
      enter(child, flow)
    })
  }
  const enter = (id: StepId, flow: FlowId) => {
    flows.set(id, flow)
    const step = doc.steps[id]
    if (step) for (const place of placesIn(step)) visit(place, flow)
  }
  for (const flow of Object.values(doc.flows)) {
    enter(flow.trigger, flow.id)
    visit({ flow: flow.id }, flow.id)
  }
  const index = { positions, flows }
  indexes.set(doc.steps, { flows: doc.flows, index })
  return index
}

/**
 * The document with a step in place of the one with its id. As long as its arms are the same nothing has moved, so what
 * is known of the tree stays known: an edit of an input costs no walk over the flows.
 */
export function withStep(doc: IntegrationDoc, step: Step): IntegrationDoc {
  const before = doc.steps[step.id]
  if (before === step) return doc
  const steps = { ...doc.steps, [step.id]: step }
  const known = indexes.get(doc.steps)
  if (known && before?.arms === step.arms) indexes.set(steps, known)
  return { ...doc, steps }
}

/** Where a step is; `undefined` for triggers and for steps that are nowhere. */
export function positionOf(doc: IntegrationDoc, id: StepId): Position | undefined {
  return treeIndexOf(doc).positions.get(id)
}

/** The flow a step belongs to. */
export function flowOf(doc: IntegrationDoc, id: StepId): FlowId | undefined {
  return treeIndexOf(doc).flows.get(id)
}

/** The step that directly contains a step, or `undefined` at the top of a flow. */
export function parentOf(doc: IntegrationDoc, id: StepId): StepId | undefined {
  const place = positionOf(doc, id)?.place
  return place && 'step' in place ? place.step : undefined
}

/** The steps that contain a step, innermost first. */
export function ancestorsOf(doc: IntegrationDoc, id: StepId): readonly StepId[] {
  const found: StepId[] = []
  for (let parent = parentOf(doc, id); parent !== undefined; parent = parentOf(doc, parent)) found.push(parent)
  return found
}

/** Whether a place lies inside a step, at any depth. */
export function isInside(doc: IntegrationDoc, place: Place, id: StepId): boolean {
  if ('flow' in place) return false
  return place.step === id || ancestorsOf(doc, place.step).includes(id)
}
