import type { Problem } from '#base'
import type { Catalog } from '../catalog.ts'
import type { FlowId, StepId } from '../ids.ts'
import type { IntegrationDoc } from '../integration.ts'
import { orderedSteps } from '../ordered-steps.ts'
import type { Step } from '../step.ts'
import { positionOf } from '../tree.ts'
import type { Workspace } from '../workspace.ts'
import { flowNames } from './flow-names.ts'
import { createStepProblems } from './step-problems.ts'

/** Skips a step that is switched off, alone or with what is around it: it does not run, so nothing in it is wrong yet. */
function createIsOff(doc: IntegrationDoc): (step: Step) => boolean {
  const off = new Set<StepId>()
  return (step) => {
    const place = off.size > 0 ? positionOf(doc, step.id)?.place : undefined
    const isOff = step.disabled || (place !== undefined && 'step' in place && off.has(place.step))
    if (isOff) off.add(step.id)
    return isOff
  }
}

/**
 * Everything that is wrong with a document in this workspace, in the order of its flows. Derived, never stored; after an
 * edit only steps are looked at again whose record, connection or place is new, so it may be called with every keystroke.
 * `at` names `flow` and `step` and, where it helps, `input`, `arm`, `target`, `connection` and `position`. How much each
 * weighs: `severityOf`.
 */
export function validate(doc: IntegrationDoc, workspace: Workspace, catalog: Catalog): readonly Problem[] {
  const problemsOf = createStepProblems(doc, workspace, catalog)
  const isOff = createIsOff(doc)
  const byFlow = new Map<FlowId, Problem[]>()
  for (const problem of flowNames(doc)) {
    const flow = problem.at['flow'] as FlowId
    byFlow.set(flow, [...(byFlow.get(flow) ?? []), problem])
  }
  const found: Problem[] = []
  for (const flow of doc.flowOrder) {
    found.push(...(byFlow.get(flow) ?? []))
    for (const id of orderedSteps(doc, flow)) {
      const step = doc.steps[id]
      if (!step || isOff(step)) continue
      const problems = problemsOf(step, flow)
      if (problems.length > 0) found.push(...problems)
    }
  }
  return found
}
