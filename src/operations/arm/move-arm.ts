import { withStep } from '#domain'
import { problem } from '#base'
import type { Edit } from '../edit.ts'
import { freeArmsOf, refuseFixedArm } from './refuse-arm.ts'

/** Moves an arm among the arms a person made. `index` counts after the arm has been lifted out. */
export const moveArm: Edit<'arm/move'> = {
  refusal: (doc, { step: id, arm, index }) => {
    const refusal = refuseFixedArm(doc, id, arm)
    const step = doc.steps[id]
    if (refusal || !step) return refusal
    const length = freeArmsOf(step).length - 1
    return index > length ? problem('index-out-of-range', { index, length }, { step: id, arm }) : undefined
  },
  apply: (doc, { step: id, arm: armId, index }) => {
    const step = doc.steps[id]
    const from = step?.arms.findIndex((arm) => arm.id === armId) ?? -1
    const arm = step?.arms[from]
    if (!step || !arm || from === index) return doc
    return withStep(doc, { ...step, arms: step.arms.toSpliced(from, 1).toSpliced(index, 0, arm) })
  },
}
