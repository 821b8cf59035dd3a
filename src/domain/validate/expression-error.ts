import { parseExpression } from '#expression'
import { valuesOf } from '../step-values.ts'
import type { ValidationCode } from './severity-of.ts'
import { stepProblem, type StepRule } from './step-context.ts'
import { valuePlace } from './value-place.ts'
import { expressionsIn } from './value-state.ts'

/** An expression that does not parse; `position` counts UTF-16 units from its start to behind what stopped the reading. */
export const expressionError: StepRule = (context) =>
  valuesOf(context.step).flatMap((value) =>
    expressionsIn(value.value).flatMap((source) => {
      const parsed = parseExpression(source)
      if (parsed.ok) return []
      const { code, params, at } = parsed.error
      const position = Number(at['position'] ?? 0)
      return [
        stepProblem(context, code as ValidationCode, {
          params: { ...params, position },
          at: { ...valuePlace(value), ...at },
        }),
      ]
    }),
  )
