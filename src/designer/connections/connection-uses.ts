import { isConnectorStep, type IntegrationDoc, type StableKey } from '#domain'

/** How many steps of a document use each connection, by its stable key. Connections of slots without a step count 0. */
export function stepsByConnection(doc: IntegrationDoc): ReadonlyMap<StableKey, number> {
  const counts = new Map<StableKey, number>()
  for (const { connection } of Object.values(doc.slots)) if (connection) counts.set(connection, 0)
  for (const step of Object.values(doc.steps)) {
    const key = isConnectorStep(step) && step.slot !== null ? doc.slots[step.slot]?.connection : null
    if (key) counts.set(key, (counts.get(key) ?? 0) + 1)
  }
  return counts
}
