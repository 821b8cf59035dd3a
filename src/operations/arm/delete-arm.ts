import { armOf, subtreeOf, withStep } from '#domain'
import type { Edit } from '../edit.ts'
import { withoutSteps } from '../remove-records.ts'
import { refuseFixedArm } from './refuse-arm.ts'

/** Takes an arm away with everything in it. */
export const deleteArm: Edit<'arm/delete'> = {
  refusal: (doc, { step, arm }) => refuseFixedArm(doc, step, arm),
  apply: (doc, { step: id, arm }) => {
    const step = doc.steps[id]
    if (!step) return doc
    const gone = armOf(step, arm)?.body.flatMap((child) => subtreeOf(doc, child)) ?? []
    return withoutSteps(withStep(doc, { ...step, arms: step.arms.filter((candidate) => candidate.id !== arm) }), gone)
  },
}
