import { problem } from '#base'
import { stepsOfFlow, type FlowId, type IntegrationDoc } from '#domain'
import type { Edit } from '../edit.ts'
import { withoutIds, withoutNotes, withoutSteps } from '../remove-records.ts'

/** The document without the wizard elements that showed a flow's trigger. */
function withoutTriggerDetails(doc: IntegrationDoc, flow: FlowId): IntegrationDoc {
  const shows = (element: { readonly kind: string; readonly flow?: FlowId }) =>
    element.kind === 'trigger-details' && element.flow === flow
  const changed = Object.values(doc.pages).filter((page) => page.elements.some(shows))
  if (changed.length === 0) return doc
  const pages = changed.map((page) => [
    page.id,
    { ...page, elements: page.elements.filter((element) => !shows(element)) },
  ])
  return { ...doc, pages: { ...doc.pages, ...Object.fromEntries(pages) } }
}

/** Takes a flow away with its steps, its notes and its trigger's place in the wizard. Calls of it stay, and are reported. */
export const deleteFlow: Edit<'flow/delete'> = {
  refusal: (doc, { id }) => {
    const flow = doc.flows[id]
    if (!flow) return problem('flow-not-found', { id }, { flow: id })
    return doc.flowOrder.length > 1 ? undefined : problem('last-flow', { flow: flow.name }, { flow: id })
  },
  apply: (doc, { id }) => {
    const gone = stepsOfFlow(doc, id)
    const rest = {
      ...doc,
      flows: withoutIds(doc.flows, [id]),
      flowOrder: doc.flowOrder.filter((candidate) => candidate !== id),
    }
    const pruned = withoutTriggerDetails(withoutSteps(rest, gone), id)
    return withoutNotes(pruned, (anchor) => anchor.kind === 'flow' && anchor.flow === id)
  },
}
