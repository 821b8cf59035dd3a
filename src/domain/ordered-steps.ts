import type { FlowId, StepId } from './ids.ts'
import type { IntegrationDoc } from './integration.ts'
import { treeIndexOf, type TreeIndex } from './tree.ts'

const known = new WeakMap<TreeIndex, ReadonlyMap<FlowId, readonly StepId[]>>()

/** An index lists steps as it meets them, which is their order. */
function byFlow(index: TreeIndex): ReadonlyMap<FlowId, readonly StepId[]> {
  const flows = new Map<FlowId, StepId[]>()
  for (const [step, flow] of index.flows) {
    const steps = flows.get(flow)
    if (steps) steps.push(step)
    else flows.set(flow, [step])
  }
  return flows
}

/** What `stepsOfFlow` gives, listed once for each shape of the tree. */
export function orderedSteps(doc: IntegrationDoc, flow: FlowId): readonly StepId[] {
  const index = treeIndexOf(doc)
  const flows = known.get(index) ?? byFlow(index)
  known.set(index, flows)
  return flows.get(flow) ?? []
}
