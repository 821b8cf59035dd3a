import { problem } from '#base'
import { MAX_NESTING } from '#domain'
import type { Edit } from '../edit.ts'
import { putFlow, withSteps } from '../put-record.ts'
import { heightOf } from '../refuse-position.ts'
import { refuseSteps } from '../refuse-steps.ts'

/** Adds a flow with its trigger and all its steps. */
export const addFlow: Edit<'flow/add'> = {
  refusal: (doc, { flow, steps, index }) => {
    if (doc.flows[flow.id]) return problem('id-taken', { id: flow.id }, { flow: flow.id })
    if (index > doc.flowOrder.length) {
      return problem('index-out-of-range', { index, length: doc.flowOrder.length }, { flow: flow.id })
    }
    const roots = [flow.trigger, ...flow.body]
    const refusal = refuseSteps(doc, steps, { roots, trigger: flow.trigger })
    if (refusal) return refusal
    const byId = new Map(steps.map((step) => [step.id, step]))
    const isTooDeep = roots.some((root) => heightOf((id) => byId.get(id), root) > MAX_NESTING)
    return isTooDeep ? problem('nesting-too-deep', { limit: MAX_NESTING }, { flow: flow.id }) : undefined
  },
  apply: (doc, { flow, steps, index }) =>
    withSteps({ ...putFlow(doc, flow), flowOrder: doc.flowOrder.toSpliced(index, 0, flow.id) }, steps),
}
