import { problem } from '#base'
import type { Edit } from '../edit.ts'

/** Moves a flow in the order of flows. `index` counts after the flow has been lifted out. */
export const moveFlow: Edit<'flow/move'> = {
  refusal: (doc, { id, index }) => {
    if (!doc.flows[id]) return problem('flow-not-found', { id }, { flow: id })
    const length = doc.flowOrder.length - 1
    return index > length ? problem('index-out-of-range', { index, length }, { flow: id }) : undefined
  },
  apply: (doc, { id, index }) => {
    const from = doc.flowOrder.indexOf(id)
    if (from === index) return doc
    return { ...doc, flowOrder: doc.flowOrder.toSpliced(from, 1).toSpliced(index, 0, id) }
  },
}
