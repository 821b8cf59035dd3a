import { problem } from '#base'
import { isFreeArm, type Arm, withStep } from '#domain'
import { changeRecord } from '../change-record.ts'
import type { Edit } from '../edit.ts'
import { refuseMissingArm } from './refuse-arm.ts'

/** Changes an arm's name, or the test of a branch's arm. */
export const updateArm: Edit<'arm/update'> = {
  refusal: (doc, { step, arm, changes }) => {
    const missing = refuseMissingArm(doc, step, arm)
    if (missing || changes.test === undefined) return missing
    const takesTest = doc.steps[step]?.kind === 'branch' && isFreeArm({ id: arm })
    return takesTest ? undefined : problem('arm-without-test', { arm }, { step, arm })
  },
  apply: (doc, { step: id, arm: armId, changes }) => {
    const step = doc.steps[id]
    if (!step) return doc
    const arms = step.arms.map((arm) => (arm.id === armId ? changeRecord<Arm>(arm, changes) : arm))
    return arms.every((arm, index) => arm === step.arms[index]) ? doc : withStep(doc, { ...step, arms })
  },
}
