import type { StepId } from '../ids.ts'
import type { IntegrationDoc } from '../integration.ts'
import { positionOf } from '../tree.ts'
import { stepProblem, type StepRule } from './step-context.ts'

/** Whether a step is in the body of a loop; its error arm runs when the loop is over. */
function isInLoop(doc: IntegrationDoc, id: StepId): boolean {
  for (let at = positionOf(doc, id)?.place; at && 'step' in at; at = positionOf(doc, at.step)?.place) {
    if (at.arm === 'body') return true
  }
  return false
}

/** A break that has no loop to end. */
export const breakPlace: StepRule = (context) =>
  context.step.kind === 'break-loop' && !isInLoop(context.doc, context.step.id)
    ? [stepProblem(context, 'break-outside-loop')]
    : []
