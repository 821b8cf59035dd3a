import {
  flowOf,
  isConnectorStep,
  type FlowId,
  type IntegrationDoc,
  type IntegrationId,
  type SlotId,
  type StableKey,
  type StepId,
} from '#domain'

/** Where one integration uses a connection. */
export interface ConnectionUse {
  readonly integration: IntegrationId
  readonly name: string
  /** The slots that hold it. */
  readonly slots: readonly SlotId[]
  /** The steps that use it through them, in the order of the document's table. */
  readonly steps: readonly { readonly id: StepId; readonly name: string; readonly flow: FlowId | undefined }[]
}

/** Where a connection is used; integrations that do not use it are left out. */
export function usesOfConnection(docs: readonly IntegrationDoc[], key: StableKey): readonly ConnectionUse[] {
  return docs.flatMap((doc) => {
    const slots = Object.values(doc.slots).flatMap((slot) => (slot.connection === key ? [slot.id] : []))
    if (slots.length === 0) return []
    const held = new Set(slots)
    const steps = Object.values(doc.steps)
      .filter((step) => isConnectorStep(step) && step.slot !== null && held.has(step.slot))
      .map(({ id, name }) => ({ id, name, flow: flowOf(doc, id) }))
    return [{ integration: doc.id, name: doc.name, slots, steps }]
  })
}
