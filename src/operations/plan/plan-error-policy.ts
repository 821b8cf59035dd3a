import type { ArmId, ErrorPolicy, IntegrationDoc, StepId } from '#domain'
import type { Operation } from '../operation.ts'
import { stepsInArm } from './steps-in-arm.ts'
import { dropUnusedSlots } from './unused-slots.ts'

/**
 * Lets a step fail in another way. One that handles its failure no longer loses its error arm with what is inside it, and
 * the slots only that used. Nothing outside the arm can refer into it.
 */
export function planErrorPolicy(doc: IntegrationDoc, id: StepId, onError: ErrorPolicy): readonly Operation[] {
  const gone = onError.policy === 'handle' ? [] : stepsInArm(doc, id, 'error' as ArmId)
  return [{ type: 'step/update', id, changes: { onError } }, ...dropUnusedSlots(doc, gone)]
}
