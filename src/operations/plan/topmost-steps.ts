import { ancestorsOf, stepsOfFlow, type IntegrationDoc, type StepId } from '#domain'

/** Of a selection, the steps that no other selected step contains, in the order of the document; triggers left out. */
export function topmostSteps(doc: IntegrationDoc, ids: readonly StepId[]): readonly StepId[] {
  const selected = new Set(ids)
  return doc.flowOrder
    .flatMap((flow) => stepsOfFlow(doc, flow))
    .filter((id) => selected.has(id) && doc.steps[id]?.kind !== 'trigger')
    .filter((id) => !ancestorsOf(doc, id).some((ancestor) => selected.has(ancestor)))
}
