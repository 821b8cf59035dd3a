import { StepId, type Failure } from '#domain'
import { textOf, type TFunction } from '#texts'
import { stepNameIn, type FieldScope } from '../scope/field-scope.ts'

/** Why a mapped input has no value. Steps are called by their current names. */
export function failureSentence(t: TFunction, failure: Failure, scope: FieldScope): string {
  const { code, params } = failure
  if (code === 'reference-undefined') {
    const missing = String(params['missing'])
    const reached = String(params['path'] ?? '')
    const path = reached === '' ? missing : `${reached}.${missing}`
    return t('fields.live.undefined', { path, step: stepIn(String(params['reference']), scope) })
  }
  const named = Object.fromEntries(
    Object.entries(params).map(([key, value]) => [key, typeof value === 'string' ? withNames(value, scope) : value]),
  )
  const key = `failures.${code}.what`
  const sentence = textOf(t, key, named)
  return sentence === key ? t('common.unknownProblem', { code }) : t('fields.live.failed', { sentence })
}

function stepIn(id: string, scope: FieldScope): string {
  const step = StepId.safeParse(id)
  return (step.success ? stepNameIn(scope, step.data) : null) ?? id
}

const withNames = (text: string, scope: FieldScope) =>
  text.replaceAll(/\$?(step_[a-z0-9]{6,24})/g, (_all, id: string) => stepIn(id, scope))
