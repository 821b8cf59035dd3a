import { valuesOf } from '../step-values.ts'
import type { Step } from '../step.ts'
import { stepProblem, type StepRule } from './step-context.ts'
import { valuePlace } from './value-place.ts'
import { hasDraft } from './value-state.ts'

/** An input the connector does not know is called by its key; the fields of control steps have words of their own. */
const fieldLabel = (step: Step, input: string): string => ('inputs' in step ? input : `problems.field.${input}`)

/** A value that was left half typed. */
export const draftInput: StepRule = (context) =>
  valuesOf(context.step)
    .filter(({ value }) => hasDraft(value))
    .map((value) => {
      const label =
        context.spec?.inputs.find((input) => input.key === value.input)?.label ?? fieldLabel(context.step, value.input)
      return stepProblem(context, 'input-draft', { params: { input: label }, at: valuePlace(value) })
    })
