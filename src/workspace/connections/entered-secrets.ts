import type { Problem } from '#base'
import { askedFields, type AuthSettings } from '#domain'
import { cleanSecret } from './clean-secret.ts'
import { fieldProblems } from './field-problems.ts'
import { textAt } from './text-at.ts'

/** Secrets as they will be sealed. */
export interface EnteredSecrets {
  /** Cleaned, without the empty ones; null when none was entered. */
  readonly secrets: Readonly<Record<string, string>> | null
  readonly problems: readonly Problem[]
}

/** What a record keeps of secrets that are about to be sealed: the keys of those, and of others that stay. */
export function secretsSetWith(
  secrets: Readonly<Record<string, string>> | null,
  staying: readonly string[] = [],
): string[] {
  return [...new Set([...staying, ...Object.keys(secrets ?? {})])]
}

/**
 * What was entered into the secret fields of a group: only what is asked for, cleaned. While nothing is entered nothing is
 * wrong: it can be entered later. A field in `set` has a value already, and may be left empty.
 */
export function enteredSecrets(
  method: AuthSettings,
  group: 'secrets' | 'method-secrets',
  given: Readonly<Record<string, string>>,
  set: readonly string[] = [],
): EnteredSecrets {
  const cleaned = askedFields(method, group).map(({ key }) => [key, cleanSecret(textAt(given, key)).value] as const)
  const filled = cleaned.filter(([, secret]) => secret !== '')
  if (filled.length === 0) return { secrets: null, problems: [] }
  const path = group === 'secrets' ? 'secrets' : 'methodSecrets'
  const kept = new Set(set.map((key) => `${path}.${key}`))
  const { type, settings } = method
  const problems = fieldProblems({ type, settings, group, values: Object.fromEntries(cleaned) })
  return {
    secrets: Object.fromEntries(filled),
    problems: problems.filter(({ code, at }) => code !== 'field-missing' || !kept.has(String(at['field']))),
  }
}
