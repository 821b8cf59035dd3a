import { problem, type Problem } from '#base'
import { armOf, isFreeArm, type Arm, type ArmId, type IntegrationDoc, type Step, type StepId } from '#domain'

/** Kinds whose arms a person adds, orders and takes away; those of connectors come with the step. */
export const hasOwnArms = (step: Step): boolean => step.kind === 'branch' || step.kind === 'parallel'

/** The arms a person made, which stand before `otherwise` and `error`. */
export const freeArmsOf = (step: Step): readonly Arm[] => step.arms.filter(isFreeArm)

/** Why an arm is not there to be changed. */
export function refuseMissingArm(doc: IntegrationDoc, step: StepId, arm: ArmId): Problem | undefined {
  const record = doc.steps[step]
  if (!record) return problem('step-not-found', { id: step }, { step })
  return armOf(record, arm) ? undefined : problem('arm-not-found', { step: record.name, arm }, { step, arm })
}

/** Why an arm cannot be moved or taken away: it is not there, or it came with its step. */
export function refuseFixedArm(doc: IntegrationDoc, step: StepId, arm: ArmId): Problem | undefined {
  const missing = refuseMissingArm(doc, step, arm)
  if (missing) return missing
  const record = doc.steps[step]
  const isFree = record && hasOwnArms(record) && isFreeArm({ id: arm })
  return isFree ? undefined : problem('arm-fixed', { step: record?.name ?? '', arm }, { step, arm })
}
