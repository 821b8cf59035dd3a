import { problem } from '#base'
import { isConnectorStep, withStep } from '#domain'
import type { Edit } from '../edit.ts'

/** Points a step at a connection slot, or at none. */
export const setSlot: Edit<'step/set-slot'> = {
  refusal: (doc, { id, slot }) => {
    const step = doc.steps[id]
    if (!step) return problem('step-not-found', { id }, { step: id })
    if (!isConnectorStep(step)) return problem('step-without-connection', { step: step.name }, { step: id })
    if (slot !== null && !doc.slots[slot]) return problem('slot-not-found', { id: slot }, { step: id })
    return undefined
  },
  apply: (doc, { id, slot }) => {
    const step = doc.steps[id]
    return step && isConnectorStep(step) && step.slot !== slot ? withStep(doc, { ...step, slot }) : doc
  },
}
