import { problem, type Problem } from '#base'
import type { IntegrationDoc, StepId } from '#domain'

/** Why a step cannot leave its place: it is not there, or it is the trigger, which belongs to its flow. */
export function refuseFixedStep(doc: IntegrationDoc, id: StepId): Problem | undefined {
  const step = doc.steps[id]
  if (!step) return problem('step-not-found', { id }, { step: id })
  return step.kind === 'trigger' ? problem('trigger-fixed', { step: step.name }, { step: id }) : undefined
}
