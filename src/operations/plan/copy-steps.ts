import { isConnectorStep, subtreeOf, type IntegrationDoc, type SlotId, type StepId } from '#domain'
import type { Fragment } from './fragment.ts'
import { topmostSteps } from './topmost-steps.ts'

/** The selected steps with everything inside them, ready to be pasted; `undefined` when nothing of it can be copied. */
export function copySteps(doc: IntegrationDoc, ids: readonly StepId[]): Fragment | undefined {
  const roots = topmostSteps(doc, ids)
  if (roots.length === 0) return undefined
  const steps = roots.flatMap((id) => subtreeOf(doc, id)).flatMap((id) => doc.steps[id] ?? [])
  const slots = new Set<SlotId>(steps.flatMap((step) => (isConnectorStep(step) ? (step.slot ?? []) : [])))
  return {
    $format: 'patchbay/steps',
    version: 1,
    source: doc.id,
    roots: [...roots],
    steps,
    slots: [...slots].flatMap((id) => doc.slots[id] ?? []),
  }
}
