import type { Problem, Result } from '#base'
import { err, mapResult, must, problem } from '#base'
import {
  flowOf,
  isConnectorStep,
  isInScope,
  mapReferences,
  MAX_NESTING,
  referencesOf,
  stepsOfFlow,
  type IntegrationDoc,
  type Position,
  type Reference,
  type Slot,
  type SlotId,
  type Step,
  type StepId,
} from '#domain'
import { applyAll } from '../apply-all.ts'
import type { CreateId } from '../factories/create-id.ts'
import { uniqueName } from '../factories/unique-name.ts'
import type { Operation } from '../operation.ts'
import type { Fragment } from './fragment.ts'

/** What pasting does. */
export interface PastePlan {
  readonly operations: readonly Operation[]
  /** The pasted steps, to be selected: those of the fragment's roots. */
  readonly roots: readonly StepId[]
  /** References of the pasted steps to what is not in scope where they are now. They stay, to be mended by hand. */
  readonly unresolved: readonly Reference[]
}

/** Which slot of the document a copied slot becomes: itself, one that holds the same connection, or none. */
function slotFor(doc: IntegrationDoc, fragment: Fragment, slot: Slot): SlotId | undefined {
  if (fragment.source === doc.id && doc.slots[slot.id]) return slot.id
  return Object.values(doc.slots).find(
    (other) =>
      other.connector === slot.connector &&
      other.connection === slot.connection &&
      (slot.connection !== null || other.name === slot.name),
  )?.id
}

interface SlotPlan {
  readonly operations: readonly Operation[]
  readonly slots: ReadonlyMap<SlotId, SlotId>
}

function planSlots(doc: IntegrationDoc, fragment: Fragment, createId: CreateId): SlotPlan {
  const slots = new Map<SlotId, SlotId>()
  const names = new Set(Object.values(doc.slots).map((slot) => slot.name))
  const operations: Operation[] = []
  for (const slot of fragment.slots) {
    const known = slotFor(doc, fragment, slot)
    const id = known ?? (createId('slot') as SlotId)
    slots.set(slot.id, id)
    if (known !== undefined) continue
    const name = uniqueName(slot.name, names)
    names.add(name)
    operations.push({ type: 'slot/add', slot: { ...slot, id, name } })
  }
  return { operations, slots }
}

/**
 * Whether a fragment holds exactly the trees below its roots and the slots they name. A clipboard may hold anything, so
 * nothing else here meets a fragment that is not whole.
 */
function isWhole({ steps, roots, slots }: Fragment): boolean {
  const byId = new Map(steps.map((step) => [step.id, step]))
  const slotIds = new Set(slots.map(({ id }) => id))
  const placed = new Set<StepId>()
  const open = roots.map((id) => ({ id, depth: 0 }))
  for (let next = open.pop(); next; next = open.pop()) {
    const { id, depth } = next
    const step = byId.get(id)
    if (!step || step.kind === 'trigger' || placed.has(id) || depth > MAX_NESTING) return false
    if (isConnectorStep(step) && step.slot !== null && !slotIds.has(step.slot)) return false
    placed.add(id)
    for (const arm of step.arms) for (const child of arm.body) open.push({ id: child, depth: depth + 1 })
  }
  return placed.size === steps.length && byId.size === steps.length
}

/** A step and everything inside it: itself first. */
function treeOf(steps: ReadonlyMap<StepId, Step>, id: StepId): Step[] {
  const step = must(steps.get(id), 'a fragment holds all steps inside its steps')
  return [step, ...step.arms.flatMap((arm) => arm.body.flatMap((child) => treeOf(steps, child)))]
}

/** The flow a position lies in. */
const flowAt = (doc: IntegrationDoc, { place }: Position) => ('flow' in place ? place.flow : flowOf(doc, place.step))

/** The copied steps as they will be: new ids, names that are free in the flow, slots and references of this document. */
function renewSteps(
  doc: IntegrationDoc,
  fragment: Fragment,
  at: Position,
  slots: SlotPlan['slots'],
  createId: CreateId,
) {
  const ids = new Map(fragment.steps.map((step) => [step.id, createId('step') as StepId]))
  const rename = (id: StepId): StepId => ids.get(id) ?? id
  const flow = flowAt(doc, at)
  const names = new Set(flow ? stepsOfFlow(doc, flow).map((id) => doc.steps[id]?.name ?? '') : [])
  const steps = fragment.steps.map((step): [StepId, Step] => {
    const name = uniqueName(step.name, names)
    names.add(name)
    const arms = step.arms.map((arm) => ({ ...arm, body: arm.body.map(rename) }))
    const next = { ...mapReferences({ ...step, arms }, rename), id: rename(step.id), name }
    if (!isConnectorStep(next) || next.slot === null) return [next.id, next]
    return [next.id, { ...next, slot: slots.get(next.slot) ?? null }]
  })
  return { steps: new Map(steps), roots: fragment.roots.map(rename) }
}

/**
 * Puts copied steps at a position. References between them follow to the copies; slots are found again by what they hold,
 * or come along. Refused as `fragment-invalid`, or as the position is.
 */
export function planPaste(
  doc: IntegrationDoc,
  fragment: Fragment,
  { at, createId }: { readonly at: Position; readonly createId: CreateId },
): Result<PastePlan, Problem> {
  if (!isWhole(fragment)) return err(problem('fragment-invalid'))
  const slotPlan = planSlots(doc, fragment, createId)
  const { steps, roots } = renewSteps(doc, fragment, at, slotPlan.slots, createId)
  const operations: Operation[] = [
    ...slotPlan.operations,
    ...roots.map((id, index): Operation => ({
      type: 'step/add',
      steps: treeOf(steps, id),
      to: { place: at.place, index: at.index + index },
    })),
  ]
  return mapResult(applyAll(doc, operations), (after) => {
    const unresolved = [...steps.values()].flatMap((step) =>
      referencesOf(step).filter(({ to }) =>
        to.kind === 'step' ? !isInScope(after, step.id, to.step) : !after.variables[to.variable],
      ),
    )
    return { operations, roots, unresolved }
  })
}
