import { childrenOf, positionOf, subtreeOf, withChildren } from '#domain'
import type { Edit } from '../edit.ts'
import { withoutSteps } from '../remove-records.ts'
import { refuseFixedStep } from './refuse-fixed-step.ts'

/** Takes a step away with everything inside it. References to it stay, and are reported by `validate`. */
export const deleteStep: Edit<'step/delete'> = {
  refusal: (doc, { id }) => refuseFixedStep(doc, id),
  apply: (doc, { id }) => {
    const from = positionOf(doc, id)
    if (!from) return doc
    const gone = subtreeOf(doc, id)
    const lifted = withChildren(doc, from.place, childrenOf(doc, from.place).toSpliced(from.index, 1))
    return withoutSteps(lifted, gone)
  },
}
