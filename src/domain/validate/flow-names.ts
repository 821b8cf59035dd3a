import { problem, type Problem } from '#base'
import type { IntegrationDoc } from '../integration.ts'
import type { ValidationCode } from './severity-of.ts'

/** Flows without a name, or with one that an earlier flow has. */
export function flowNames(doc: IntegrationDoc): readonly Problem<ValidationCode>[] {
  const taken = new Set<string>()
  return doc.flowOrder.flatMap((id): readonly Problem<ValidationCode>[] => {
    const name = doc.flows[id]?.name.trim() ?? ''
    if (name === '') return [problem('flow-name-missing', {}, { flow: id })]
    const key = name.toLowerCase()
    if (taken.has(key)) return [problem('flow-name-taken', { name }, { flow: id })]
    taken.add(key)
    return []
  })
}
