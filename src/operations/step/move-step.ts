import { problem } from '#base'
import { childrenOf, isInside, positionOf, samePlace, withChildren } from '#domain'
import type { Edit } from '../edit.ts'
import { heightOf, refusePosition } from '../refuse-position.ts'
import { refuseFixedStep } from './refuse-fixed-step.ts'

/** Moves a step with everything inside it. `to.index` counts after the step has been lifted out. */
export const moveStep: Edit<'step/move'> = {
  refusal: (doc, { id, to }) => {
    const refusal = refuseFixedStep(doc, id)
    if (refusal) return refusal
    if (isInside(doc, to.place, id)) {
      return problem('move-into-itself', { step: doc.steps[id]?.name ?? '' }, { step: id })
    }
    const from = positionOf(doc, id)
    const lifted = from && samePlace(from.place, to.place) ? 1 : 0
    return refusePosition(doc, to, { lifted, height: heightOf((child) => doc.steps[child], id) })
  },
  apply: (doc, { id, to }) => {
    const from = positionOf(doc, id)
    if (!from || (samePlace(from.place, to.place) && from.index === to.index)) return doc
    const lifted = withChildren(doc, from.place, childrenOf(doc, from.place).toSpliced(from.index, 1))
    return withChildren(lifted, to.place, childrenOf(lifted, to.place).toSpliced(to.index, 0, id))
  },
}
