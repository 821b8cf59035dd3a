import { flowOf, type DocDiff, type FlowId, type IntegrationDoc, type StepId } from '#domain'

/**
 * The flow in which changes can be seen that were taken back or done again: the open one when it is among those they
 * concern, or when they concern none; else the first they do. `doc` is the document after them.
 */
export function flowOfChange(doc: IntegrationDoc, diff: DocDiff, open: FlowId): FlowId {
  const concerned = diff.flatMap(({ table, id }): readonly FlowId[] => {
    const flow = table === 'flows' ? (id as FlowId) : table === 'steps' ? flowOf(doc, id as StepId) : undefined
    return flow !== undefined && flow in doc.flows ? [flow] : []
  })
  const [first] = concerned
  return first === undefined || concerned.includes(open) ? open : first
}
