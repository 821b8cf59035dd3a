import { stepProblem, type StepRule } from './step-context.ts'

/** A call of no flow, or of one that has been deleted. */
export const calledFlow: StepRule = (context) => {
  const { doc, step } = context
  if (step.kind !== 'call-flow') return []
  if (step.flow === null) return [stepProblem(context, 'call-flow-missing', { at: { input: 'flow' } })]
  return doc.flows[step.flow] ? [] : [stepProblem(context, 'call-flow-dangling', { at: { input: 'flow' } })]
}
