import { problem } from '#base'
import { withStep, type Step } from '#domain'
import { changeRecord } from '../change-record.ts'
import type { Edit } from '../edit.ts'

/** Changes what belongs to one kind of step. Arms keep their tests, also when a branch decides otherwise from now on. */
export const configureStep: Edit<'step/configure'> = {
  refusal: (doc, { id, changes }) => {
    const step = doc.steps[id]
    if (!step) return problem('step-not-found', { id }, { step: id })
    if (step.kind !== changes.kind) {
      return problem('kind-mismatch', { step: step.name, kind: step.kind, other: changes.kind }, { step: id })
    }
    const calls = changes.kind === 'call-flow' ? changes.flow : null
    return calls !== null && !doc.flows[calls] ? problem('flow-not-found', { id: calls }, { step: id }) : undefined
  },
  apply: (doc, { id, changes }) => {
    const step = doc.steps[id]
    return step && step.kind === changes.kind ? withStep(doc, changeRecord<Step>(step, changes)) : doc
  },
}
