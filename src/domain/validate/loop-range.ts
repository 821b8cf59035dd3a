import { stepProblem, type StepRule } from './step-context.ts'
import { isEmptyValue } from './value-state.ts'

/** A loop that does not say over what, or how often. */
export const loopRange: StepRule = (context) => {
  const { step } = context
  if (step.kind !== 'loop') return []
  if (step.over.mode === 'items') {
    return isEmptyValue(step.over.items) ? [stepProblem(context, 'loop-without-items', { at: { input: 'items' } })] : []
  }
  return isEmptyValue(step.over.times) ? [stepProblem(context, 'loop-without-times', { at: { input: 'times' } })] : []
}
