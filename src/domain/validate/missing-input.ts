import { stepProblem, type StepRule } from './step-context.ts'
import { isEmptyValue, isInputShown } from './value-state.ts'

/** An input that must be filled in, is shown, and is empty. */
export const missingInput: StepRule = (context) => {
  const { spec, step } = context
  if (!spec || !('inputs' in step)) return []
  return spec.inputs
    .filter((input) => input.required && isEmptyValue(step.inputs[input.key] ?? input.default))
    .filter((input) => isInputShown(spec.inputs, input, step.inputs))
    .map(({ key, label }) => stepProblem(context, 'input-missing', { params: { input: label }, at: { input: key } }))
}
