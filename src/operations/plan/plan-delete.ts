import { stepsOfFlow, subtreeOf, type ArmId, type FlowId, type IntegrationDoc, type StepId } from '#domain'
import type { Operation } from '../operation.ts'
import { stepsInArm } from './steps-in-arm.ts'
import { topmostSteps } from './topmost-steps.ts'
import { dropUnusedSlots } from './unused-slots.ts'

/** Deletes steps with what is inside them, and the slots only they used. Triggers stay. */
export function planDeleteSteps(doc: IntegrationDoc, ids: readonly StepId[]): readonly Operation[] {
  const roots = topmostSteps(doc, ids)
  const gone = roots.flatMap((id) => subtreeOf(doc, id))
  return [...roots.map((id): Operation => ({ type: 'step/delete', id })), ...dropUnusedSlots(doc, gone)]
}

/** Deletes an arm with what is inside it, and the slots only that used. */
export function planDeleteArm(doc: IntegrationDoc, step: StepId, arm: ArmId): readonly Operation[] {
  return [{ type: 'arm/delete', step, arm }, ...dropUnusedSlots(doc, stepsInArm(doc, step, arm))]
}

/** Deletes a flow, and the slots only it used. */
export function planDeleteFlow(doc: IntegrationDoc, id: FlowId): readonly Operation[] {
  return [{ type: 'flow/delete', id }, ...dropUnusedSlots(doc, stepsOfFlow(doc, id))]
}
