import { problem, type Problem } from '#base'
import { placeholdersIn, type AuthField, type AuthSettings } from '#domain'
import { endpointProblem } from './endpoint-problem.ts'
import { headerNameProblem, isToken } from './header-name-problem.ts'
import { scopeNames } from './scope-names.ts'
import { sendableProblem, type Travel } from './sendable-problem.ts'

/** The least and the most of numbers, in seconds. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  tolerance: [1, 86_400],
  lifetime: [1, 86_400],
}

/** RFC 6749 section 3.3: what the name of a scope is made of. */
const SCOPE = /^[\u0021\u0023-\u005b\u005d-\u007e]+$/

/** The name a field is said with: the one a person gave it, or the key of its label. */
export const nameOfField = ({ key, label }: AuthField): string => label ?? `connections.fields.${key}`

function templateProblem({ placeholders = [] }: AuthField, value: string): Problem | undefined {
  const known = placeholders.map((name) => `\${${name}}`).join(', ')
  const names = placeholdersIn(value)
  const unknown = names.find((name) => !placeholders.includes(name))
  if (unknown !== undefined) return problem('template-unknown', { name: unknown, known })
  if (names.length > 0) return undefined
  return placeholders.includes('key') ? problem('key-template-placeholder') : problem('template-placeholder', { known })
}

function numberProblem(field: AuthField, value: string): Problem | undefined {
  const [least, most] = RANGES[field.key] ?? [0, Number.MAX_SAFE_INTEGER]
  const number = /^\d{1,12}$/.test(value) ? Number(value) : Number.NaN
  return number >= least && number <= most
    ? undefined
    : problem('number-range', { field: nameOfField(field), least, most })
}

/** Several lines may be signed; of everything else only one line is sent. */
const isLines = ({ key }: AuthField): boolean => key === 'signedContent'

/** How what is made of a setting leaves. */
function travelOf({ type, settings }: AuthSettings, { key }: AuthField): Travel {
  if (key !== 'valueTemplate') return 'encoded'
  if (type === 'api-key' && settings['insertIn'] === 'cookie') return 'cookie'
  return type === 'api-key' && settings['insertIn'] === 'query' ? 'encoded' : 'header'
}

function textProblem(field: AuthField, value: string, method: AuthSettings): Problem | undefined {
  const name = nameOfField(field)
  if ((field.key === 'region' || field.key === 'service') && !/^[A-Za-z0-9-]+$/.test(value)) {
    return problem('aws-name-invalid', { field: name })
  }
  const travel = travelOf(method, field)
  // The placeholder is not what is sent.
  const sent = travel === 'cookie' ? value.replaceAll('${key}', '') : value
  return sendableProblem(isLines(field) ? sent.replaceAll(/\r?\n/g, '') : sent, name, travel)
}

/** What is wrong with one setting that is not empty. `value` is without the white space around it. */
export function settingProblem(field: AuthField, value: string, method: AuthSettings): Problem | undefined {
  switch (field.kind) {
    case 'choice':
      return field.choices?.includes(value) ? undefined : problem('field-choice', { value })
    case 'switch':
      return value === 'on' || value === 'off' ? undefined : problem('field-choice', { value })
    case 'header-name':
      if (field.key !== 'cookieName') return headerNameProblem(value)
      return isToken(value) ? undefined : problem('cookie-name-invalid', { name: value })
    case 'url':
      return endpointProblem(value, nameOfField(field), field.key === 'issuer')
    case 'number':
      return numberProblem(field, value)
    case 'names':
      return scopeNames(value).every((name) => SCOPE.test(name)) ? undefined : problem('scope-characters')
    case 'template':
      return textProblem(field, value, method) ?? templateProblem(field, value)
    default:
      return textProblem(field, value, method)
  }
}
