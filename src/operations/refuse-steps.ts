import { problem, type Problem } from '#base'
import { isConnectorStep, stepStructureProblem, type IntegrationDoc, type Step, type StepId } from '#domain'

function refuseStep(doc: IntegrationDoc, step: Step): Problem | undefined {
  if (doc.steps[step.id] !== undefined) return problem('id-taken', { id: step.id }, { step: step.id })
  if (isConnectorStep(step) && step.slot !== null && doc.slots[step.slot] === undefined) {
    return problem('slot-not-found', { id: step.slot }, { step: step.id })
  }
  return stepStructureProblem(step)
}

/**
 * Why steps may not come into a document: an id is taken, a slot is missing, arms are wrong, or they are not exactly the
 * trees below `roots` (one left out, one in two places, one that contains itself). Only `trigger` may be a trigger.
 */
export function refuseSteps(
  doc: IntegrationDoc,
  steps: readonly Step[],
  { roots, trigger }: { readonly roots: readonly StepId[]; readonly trigger: StepId | null },
): Problem | undefined {
  const byId = new Map(steps.map((step) => [step.id, step]))
  if (byId.size !== steps.length) return problem('steps-incomplete')
  for (const step of steps) {
    const refusal = refuseStep(doc, step)
    if (refusal) return refusal
    if ((step.kind === 'trigger') !== (step.id === trigger)) {
      return problem('trigger-misplaced', { step: step.name }, { step: step.id })
    }
  }
  const open = [...roots]
  const placed = new Set<StepId>()
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    const step = byId.get(id)
    if (!step || placed.has(id)) return problem('steps-incomplete', {}, { step: id })
    placed.add(id)
    for (const arm of step.arms) open.push(...arm.body)
  }
  return placed.size === steps.length ? undefined : problem('steps-incomplete')
}
