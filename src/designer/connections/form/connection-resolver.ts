import type { Problem } from '#base'
import { problemText, type TFunction } from '#texts'
import { toNestErrors } from '@hookform/resolvers'
import type { FieldError, FieldErrors, FieldValues, Resolver } from 'react-hook-form'

/** Problems by the field they name in `at.field`, in sentences. */
export function sentencesByField(t: TFunction, problems: readonly Problem[]): Readonly<Record<string, FieldError>> {
  const entries = problems.map((problem): [string, FieldError] => [
    String(problem.at['field'] ?? 'root'),
    { type: problem.code, message: problemText(t, problem) },
  ])
  return Object.fromEntries(entries)
}

/** Checks a form by a planner's problems, so that what is said beside a field and what is refused are the same. */
export function resolverOf<Values extends FieldValues>(
  t: TFunction,
  problemsOf: (values: Values) => readonly Problem[],
): Resolver<Values> {
  return (values, _, options) => {
    const problems = problemsOf(values)
    if (problems.length === 0) return { values, errors: {} }
    const errors: FieldErrors<Values> = toNestErrors({ ...sentencesByField(t, problems) }, options)
    return { values: {}, errors }
  }
}
