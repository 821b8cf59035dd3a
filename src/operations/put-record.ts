import type { Flow, IntegrationDoc, Slot, Step } from '#domain'

/** The document with a flow in place of the one with its id. */
export function putFlow(doc: IntegrationDoc, flow: Flow): IntegrationDoc {
  return doc.flows[flow.id] === flow ? doc : { ...doc, flows: { ...doc.flows, [flow.id]: flow } }
}

/** The document with a slot in place of the one with its id. */
export function putSlot(doc: IntegrationDoc, slot: Slot): IntegrationDoc {
  return doc.slots[slot.id] === slot ? doc : { ...doc, slots: { ...doc.slots, [slot.id]: slot } }
}

/** The document with more steps in the table; they must be placed by the caller. */
export function withSteps(doc: IntegrationDoc, steps: readonly Step[]): IntegrationDoc {
  return { ...doc, steps: { ...doc.steps, ...Object.fromEntries(steps.map((step) => [step.id, step])) } }
}
