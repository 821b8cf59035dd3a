import { childrenOf, withChildren, type Step } from '#domain'
import { must } from '#base'
import type { Edit } from '../edit.ts'
import { withSteps } from '../put-record.ts'
import { heightOf, refusePosition } from '../refuse-position.ts'
import { refuseSteps } from '../refuse-steps.ts'

const rootOf = (steps: readonly Step[]): Step => must(steps[0], 'step/add names at least one step')

/** Puts a step with everything inside it at a position. */
export const addStep: Edit<'step/add'> = {
  refusal: (doc, { steps, to }) => {
    const root = rootOf(steps)
    const refusal = refuseSteps(doc, steps, { roots: [root.id], trigger: null })
    if (refusal) return refusal
    const byId = new Map(steps.map((step) => [step.id, step]))
    return refusePosition(doc, to, { lifted: 0, height: heightOf((id) => byId.get(id), root.id) })
  },
  apply: (doc, { steps, to }) => {
    const children = childrenOf(doc, to.place).toSpliced(to.index, 0, rootOf(steps).id)
    return withChildren(withSteps(doc, steps), to.place, children)
  },
}
