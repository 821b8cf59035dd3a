import { isConnectorStep, isSlotOnPage, type IntegrationDoc, type SlotId, type StepId } from '#domain'
import type { Operation } from '../operation.ts'

/**
 * Takes away the slots that nothing names any more once some steps have let go of them (deleted, or pointed elsewhere).
 * A slot that a wizard page asks for stays.
 */
export function dropUnusedSlots(doc: IntegrationDoc, leaving: readonly StepId[]): readonly Operation[] {
  const left = new Set<SlotId>()
  for (const id of leaving) {
    const step = doc.steps[id]
    if (step && isConnectorStep(step) && step.slot !== null) left.add(step.slot)
  }
  if (left.size === 0) return []
  const gone = new Set(leaving)
  for (const step of Object.values(doc.steps)) {
    if (isConnectorStep(step) && step.slot !== null && !gone.has(step.id)) left.delete(step.slot)
  }
  return [...left].filter((slot) => !isSlotOnPage(doc, slot)).map((id) => ({ type: 'slot/delete', id }))
}
