import type { ArmId, StepId } from '#domain'

/** The id of what stands for an arm on canvas and outline. */
export const armNodeId = (step: StepId, arm: ArmId): string => `${step}:${arm}`
