import { stepProblem, type StepRule } from './step-context.ts'

/** A step without a name: nobody can say which one is meant. */
export const stepName: StepRule = (context) =>
  context.step.name.trim() === '' ? [stepProblem(context, 'step-name-missing')] : []
