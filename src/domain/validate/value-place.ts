import type { Problem } from '#base'
import type { Reference } from '../references.ts'
import type { StepValue } from '../step-values.ts'

/** Where a value or a reference stands, as a problem's `at` says it. */
export function valuePlace({ input, arm }: Pick<StepValue | Reference, 'input' | 'arm'>): Problem['at'] {
  return arm === undefined ? { input } : { input, arm }
}
