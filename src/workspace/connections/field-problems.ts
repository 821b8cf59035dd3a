import { problem, type Problem } from '#base'
import { askedFields, authRowsOf, type AuthField, type AuthFieldGroup, type AuthSettings } from '#domain'
import { rowProblems } from './row-problems.ts'
import { secretProblem } from './secret-problem.ts'
import { signedContentProblems } from './signed-content-problems.ts'
import { textAt } from './text-at.ts'
import { nameOfField, settingProblem } from './setting-problem.ts'

/** Values of fields of one group, and what decides which are asked for and how they travel. */
export interface FieldValues extends AuthSettings {
  readonly group: AuthFieldGroup
  readonly values: Readonly<Record<string, unknown>>
}

/** Where a form holds the fields of a group. */
const PATHS: Readonly<Record<AuthFieldGroup, string>> = {
  settings: 'settings',
  'method-secrets': 'methodSecrets',
  values: 'values',
  secrets: 'secrets',
}

/** The most characters a field may have; nobody sends a header of more, and a key with its chain is shorter. */
const LIMIT = 16_384
const PEM_LIMIT = 65_536

function problemsOfField(field: AuthField, given: FieldValues): readonly Problem[] {
  const { group, values } = given
  if (field.kind === 'rows') return rowProblems(field, authRowsOf(values[field.key]))
  const at = { field: `${PATHS[group]}.${field.key}` }
  const params = { field: nameOfField(field) }
  const text = textAt(values, field.key)
  // White space may be what stands between things; then it is not nothing.
  if (text.trim() === '' && !(field.key === 'separator' && text !== '')) {
    return field.required ? [problem('field-missing', params, at)] : []
  }
  const limit = field.kind === 'pem' ? PEM_LIMIT : LIMIT
  if (text.length > limit) return [problem('field-too-long', { ...params, limit }, at)]
  const wrong =
    group === 'settings' ? settingProblem(field, text.trim(), given) : secretProblem(field, text.trim(), given)
  return wrong ? [{ ...wrong, at }] : []
}

/**
 * What is wrong with the fields of a group, each with `at.field` as the form holds it: `settings.headerName`,
 * `settings.parts.0.name`, `methodSecrets.clientSecret`. No secret is ever in a problem.
 */
export function fieldProblems(given: FieldValues): readonly Problem[] {
  const found = askedFields(given, given.group).flatMap((field) => problemsOfField(field, given))
  // How fields fit together is only worth saying while each of them is right by itself.
  return found.length === 0 && given.group === 'settings' ? signedContentProblems(given) : found
}
