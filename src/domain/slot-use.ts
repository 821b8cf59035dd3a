import type { SlotId, StepId } from './ids.ts'
import type { IntegrationDoc } from './integration.ts'
import { isConnectorStep } from './step.ts'

/** The steps that name a slot, in no particular order. */
export function usersOfSlot(doc: IntegrationDoc, slot: SlotId): readonly StepId[] {
  return Object.values(doc.steps).flatMap((step) => (isConnectorStep(step) && step.slot === slot ? [step.id] : []))
}

/** Whether a page of the config wizard asks for a slot. */
export function isSlotOnPage(doc: IntegrationDoc, slot: SlotId): boolean {
  return Object.values(doc.pages).some((page) =>
    page.elements.some((element) => element.kind === 'slot' && element.slot === slot),
  )
}
