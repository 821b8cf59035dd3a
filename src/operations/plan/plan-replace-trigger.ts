import type { Arm, FlowId, IntegrationDoc, StepOf, TriggerSpec } from '#domain'
import { newTriggerStep, type NewConnectorStep } from '../factories/new-step.ts'
import type { Operation } from '../operation.ts'
import { dropUnusedSlots } from './unused-slots.ts'

/** The trigger as it will be. It keeps the id, so that every reference to it stays good, and what is true of any trigger. */
function renewTrigger(doc: IntegrationDoc, old: StepOf<'trigger'>, from: NewConnectorStep<TriggerSpec>) {
  const fresh = newTriggerStep({ ...from, createId: () => old.id })
  const keys = new Set(from.spec.inputs.map((input) => input.key))
  const isSame = old.connector.key === from.connector.key && old.trigger === from.spec.key
  const kept = Object.entries(old.inputs).filter(([key]) => isSame || keys.has(key))
  const slotFits = old.slot !== null && doc.slots[old.slot]?.connector === from.connector.key
  const arms = fresh.arms.map((arm): Arm => old.arms.find((other) => other.id === arm.id) ?? arm)
  return {
    ...fresh,
    description: old.description,
    onError: old.onError,
    embed: old.embed,
    inputs: { ...fresh.inputs, ...Object.fromEntries(kept) },
    slot: slotFits && from.spec.connection !== 'none' ? old.slot : null,
    arms,
  }
}

/**
 * Starts a flow in another way. Inputs both triggers have are kept, so is a connection of the same connector; steps in
 * arms the new trigger does not have move to the beginning of the flow.
 */
export function planReplaceTrigger(
  doc: IntegrationDoc,
  flow: FlowId,
  from: NewConnectorStep<TriggerSpec>,
): readonly Operation[] {
  const id = doc.flows[flow]?.trigger
  const old = id && doc.steps[id]
  if (!old || old.kind !== 'trigger') return []
  const trigger = renewTrigger(doc, old, from)
  const lost = old.arms.filter((arm) => !trigger.arms.some((kept) => kept.id === arm.id)).flatMap((arm) => arm.body)
  return [
    ...lost.map((id, index): Operation => ({ type: 'step/move', id, to: { place: { flow }, index } })),
    { type: 'trigger/replace', flow, trigger },
    ...(trigger.slot === old.slot ? [] : dropUnusedSlots(doc, [old.id])),
  ]
}
