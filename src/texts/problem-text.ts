import type { Problem } from '#base'
import type { TFunction } from 'i18next'
import { textOf } from './text-of.ts'

/** Params that name an input: a connector's label, or a field that every step of a kind has. Their words stand in the sentence. */
const LABEL = /^(connector|problems\.field|connections\.fields)\.[\w.-]+$/

/** The sentence for a problem: `problems.<code>` filled with its params. An unknown code still names itself, never a stack. */
export function problemText(t: TFunction, problem: Pick<Problem, 'code' | 'params'>): string {
  const key = `problems.${problem.code}`
  const params = Object.entries(problem.params).map(([name, value]) => [
    name,
    typeof value === 'string' && LABEL.test(value) ? textOf(t, value) : value,
  ])
  const text = textOf(t, key, Object.fromEntries(params))
  return text === key ? t('common.unknownProblem', { code: problem.code }) : text
}
