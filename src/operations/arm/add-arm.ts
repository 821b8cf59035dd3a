import { problem } from '#base'
import { isFreeArm, stepStructureProblem, withStep } from '#domain'
import type { Edit } from '../edit.ts'
import { freeArmsOf, hasOwnArms } from './refuse-arm.ts'

/** Adds an empty arm to a branch, or a lane to parallel. */
export const addArm: Edit<'arm/add'> = {
  refusal: (doc, { step: id, arm, index }) => {
    const step = doc.steps[id]
    if (!step) return problem('step-not-found', { id }, { step: id })
    const at = { step: id, arm: arm.id }
    if (!hasOwnArms(step) || !isFreeArm(arm)) return problem('arm-fixed', { step: step.name, arm: arm.id }, at)
    if (arm.body.length > 0) return problem('arm-not-empty', { arm: arm.name }, at)
    const length = freeArmsOf(step).length
    if (index > length) return problem('index-out-of-range', { index, length }, at)
    return stepStructureProblem({ ...step, arms: step.arms.toSpliced(index, 0, arm) })
  },
  apply: (doc, { step: id, arm, index }) => {
    const step = doc.steps[id]
    return step ? withStep(doc, { ...step, arms: step.arms.toSpliced(index, 0, arm) }) : doc
  },
}
