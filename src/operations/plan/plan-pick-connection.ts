import {
  flowOf,
  isConnectorStep,
  stepsOfFlow,
  type IntegrationDoc,
  type Slot,
  type SlotId,
  type StableKey,
  type StepId,
  type Visibility,
} from '#domain'
import type { CreateId } from '../factories/create-id.ts'
import { uniqueName } from '../factories/unique-name.ts'
import type { Operation } from '../operation.ts'
import { dropUnusedSlots } from './unused-slots.ts'

/** Which connection a step is to use, and what a new slot for it is called: after its connector, never after it. */
export interface PickConnection {
  readonly step: StepId
  readonly connection: { readonly stableKey: StableKey; readonly connector: string }
  readonly connectorName: string
  readonly visibility?: Visibility
  readonly createId: CreateId
}

const slotOf = (doc: IntegrationDoc, id: StepId): SlotId | null => {
  const step = doc.steps[id]
  return step && isConnectorStep(step) ? step.slot : null
}

/** The slot with a connection that a step joins: the one its flow used last, or any. */
function slotToJoin(doc: IntegrationDoc, step: StepId, connection: StableKey): SlotId | undefined {
  const holding = Object.values(doc.slots).filter((slot) => slot.connection === connection)
  const ids = new Set(holding.map((slot) => slot.id))
  const flow = flowOf(doc, step)
  const usedHere = flow ? stepsOfFlow(doc, flow).map((id) => slotOf(doc, id)) : []
  const last = usedHere.findLast((slot) => slot !== null && ids.has(slot))
  return last ?? holding[0]?.id
}

/**
 * Lets one step use a connection and leaves all others alone: the step joins a slot that holds it already, or gets a new
 * one. The slot it leaves goes in the same transaction when nothing else names it. Nothing to do gives no operation.
 */
export function planPickConnection(doc: IntegrationDoc, pick: PickConnection): readonly Operation[] {
  const { step, connection, connectorName, visibility = 'organization', createId } = pick
  const current = slotOf(doc, step)
  if (current !== null && doc.slots[current]?.connection === connection.stableKey) return []
  const joined = slotToJoin(doc, step, connection.stableKey)
  const after = dropUnusedSlots(doc, [step])
  if (joined !== undefined) return [{ type: 'step/set-slot', id: step, slot: joined }, ...after]
  const leaving = new Set<string>(after.flatMap((op) => (op.type === 'slot/delete' ? [op.id] : [])))
  const staying = Object.values(doc.slots).filter((slot) => !leaving.has(slot.id))
  const slot: Slot = {
    id: createId('slot') as SlotId,
    name: uniqueName(connectorName, new Set(staying.map(({ name }) => name))),
    connector: connection.connector,
    connection: connection.stableKey,
    required: true,
    visibility,
    description: '',
  }
  return [{ type: 'slot/add', slot }, { type: 'step/set-slot', id: step, slot: slot.id }, ...after]
}

/** Lets a step use no connection; its slot goes when nothing else names it. */
export function planClearConnection(doc: IntegrationDoc, step: StepId): readonly Operation[] {
  if (slotOf(doc, step) === null) return []
  return [{ type: 'step/set-slot', id: step, slot: null }, ...dropUnusedSlots(doc, [step])]
}
