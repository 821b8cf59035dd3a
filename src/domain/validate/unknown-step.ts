import { stepProblem, type StepRule } from './step-context.ts'

/** A step whose connector, action or trigger is not in the catalog. */
export const unknownStep: StepRule = (context) => {
  const { step, spec, catalog } = context
  if (step.kind === 'unknown') return [stepProblem(context, 'unknown-step')]
  if (spec || (step.kind !== 'action' && step.kind !== 'trigger')) return []
  const connector = step.connector.key
  if (!catalog.connector(connector)) return [stepProblem(context, 'unknown-connector', { params: { connector } })]
  return step.kind === 'action'
    ? [stepProblem(context, 'unknown-action', { params: { connector, action: step.action } })]
    : [stepProblem(context, 'unknown-trigger', { params: { connector, trigger: step.trigger } })]
}
