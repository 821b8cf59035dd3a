import { problem } from '#base'
import { subtreeOf, type Arm, type ArmId, type IntegrationDoc, type Step, withStep } from '#domain'
import { changeRecord } from '../change-record.ts'
import type { Edit } from '../edit.ts'
import { withoutSteps } from '../remove-records.ts'

const ERROR_ARM: Arm = { id: 'error' as ArmId, name: '', body: [] }

/** The step with an error arm exactly when it handles its failure. */
function withErrorArm(step: Step): Step {
  const has = step.arms.some((arm) => arm.id === 'error')
  const wants = step.onError.policy === 'handle'
  if (has === wants) return step
  return { ...step, arms: wants ? [...step.arms, ERROR_ARM] : step.arms.filter((arm) => arm.id !== 'error') }
}

/** Everything inside the error arm of a step. */
const inErrorArm = (doc: IntegrationDoc, step: Step) =>
  step.arms.filter((arm) => arm.id === 'error').flatMap((arm) => arm.body.flatMap((child) => subtreeOf(doc, child)))

/** Changes what every step has: name, description, disabled, error policy, embed settings. */
export const updateStep: Edit<'step/update'> = {
  refusal: (doc, { id, changes }) => {
    const step = doc.steps[id]
    if (!step) return problem('step-not-found', { id }, { step: id })
    const handles = changes.onError?.policy === 'handle'
    return handles && step.kind === 'trigger'
      ? problem('trigger-cannot-handle', { step: step.name }, { step: id })
      : undefined
  },
  apply: (doc, { id, changes }) => {
    const step = doc.steps[id]
    if (!step) return doc
    const next = withErrorArm(changeRecord<Step>(step, changes))
    const gone = next.onError.policy === 'handle' ? [] : inErrorArm(doc, step)
    return withoutSteps(withStep(doc, next), gone)
  },
}
