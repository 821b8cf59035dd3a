import { childrenOf, subtreeOf, type ArmId, type IntegrationDoc, type StepId } from '#domain'

/** Everything inside an arm of a step; nothing when there is no such arm. */
export const stepsInArm = (doc: IntegrationDoc, step: StepId, arm: ArmId): readonly StepId[] =>
  childrenOf(doc, { step, arm }).flatMap((id) => subtreeOf(doc, id))
