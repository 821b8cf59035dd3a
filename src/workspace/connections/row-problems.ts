import { problem, type Problem } from '#base'
import { placeholdersIn, type AuthField, type AuthRow } from '#domain'
import { headerNameProblem } from './header-name-problem.ts'
import { sendableProblem } from './sendable-problem.ts'

/** Names that are filled in for every request of the kind, so that a row must not replace them. */
const RESERVED: Readonly<Record<string, readonly string[]>> = {
  authorizationParameters: [
    'response_type',
    'client_id',
    'redirect_uri',
    'scope',
    'state',
    'code_challenge',
    'code_challenge_method',
  ],
  tokenParameters: [
    'grant_type',
    'code',
    'redirect_uri',
    'client_id',
    'client_secret',
    'code_verifier',
    'refresh_token',
    'device_code',
    'username',
    'password',
    'scope',
  ],
  claims: ['iss', 'sub', 'aud', 'exp', 'iat'],
}

/** Names that mean something to every object, so that no value can be kept under them. */
const UNUSABLE: ReadonlySet<string> = new Set(['constructor', 'prototype', '__proto__'])

/** Whether a row says nothing at all: such rows are left out. */
export const isEmptyRow = ({ name, value }: AuthRow): boolean => name.trim() === '' && value.trim() === ''

/** Longest name or value of a row, in characters. */
const LIMIT = 16_384

function nameProblem({ key, places = [] }: AuthField, row: AuthRow): Problem | undefined {
  const name = row.name.trim()
  if (name === '') return problem('row-name-missing')
  if (name.length > LIMIT) return problem('row-too-long', { limit: LIMIT })
  if (RESERVED[key]?.includes(name)) return problem('row-name-reserved', { name })
  if (places.length > 0 && row.in === 'header') return headerNameProblem(name)
  if (UNUSABLE.has(name)) return problem('row-name-unusable', { name })
  return sendableProblem(name, 'connections.fields.rowName', 'encoded')
}

function valueProblem({ places = [] }: AuthField, row: AuthRow): Problem | undefined {
  if (row.value.length > LIMIT) return problem('row-too-long', { limit: LIMIT })
  if (places.length > 0) {
    if (row.value.trim() === '') return problem('row-value-missing')
    const names = placeholdersIn(row.value)
    const marks = row.value.split('${').length - 1
    const used = row.value.match(/\$\{[A-Za-z][\w-]*\}/g)?.length ?? 0
    if (marks > used || names.some((name) => UNUSABLE.has(name))) return problem('placeholder-invalid')
  }
  return sendableProblem(row.value, 'connections.fields.rowValue', row.in === 'header' ? 'header' : 'encoded')
}

/** Whether two rows with this name would be one and the same: claims, and what is sent in one place. */
function isTwice({ key, places = [] }: AuthField, rows: readonly AuthRow[], index: number): boolean {
  const row = rows[index]
  if (!row || (key !== 'claims' && places.length === 0) || row.in === 'query') return false
  const nameOf = ({ name }: AuthRow) => (row.in === 'header' ? name.trim().toLowerCase() : name.trim())
  return rows.slice(0, index).some((other) => other.in === row.in && nameOf(other) === nameOf(row))
}

/**
 * What is wrong with the rows of a setting, each with `at.field` `settings.<key>.<index>.name` or `….value`; problems of
 * the whole are at `settings.<key>`. Rows without name and value do not count.
 */
export function rowProblems(field: AuthField, rows: readonly AuthRow[]): readonly Problem[] {
  const { key, places = [], required } = field
  const path = `settings.${key}`
  const filled = rows.filter((row) => !isEmptyRow(row))
  if (required && filled.length === 0) return [problem('rows-missing', {}, { field: path })]
  const found = rows.flatMap((row, index): readonly Problem[] => {
    if (isEmptyRow(row)) return []
    const at = (part: string) => ({ field: `${path}.${index}.${part}` })
    if (places.length > 0 && !places.includes(row.in ?? '')) {
      return [problem('field-choice', { value: row.in ?? '' }, at('in'))]
    }
    const name = nameProblem(field, row) ?? (isTwice(field, rows, index) ? problem('row-name-twice') : undefined)
    const value = valueProblem(field, row)
    return [...(name ? [{ ...name, at: at('name') }] : []), ...(value ? [{ ...value, at: at('value') }] : [])]
  })
  const isPlain = places.length > 0 && filled.every(({ value }) => placeholdersIn(value).length === 0)
  return found.length === 0 && isPlain ? [problem('parts-without-placeholder', {}, { field: path })] : found
}
