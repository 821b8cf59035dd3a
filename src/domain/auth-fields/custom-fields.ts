import { needed, secret, type AuthField } from '../auth-field.ts'
import { authRowsOf } from '../auth-row.ts'

const PLACEHOLDER = /\$\{([A-Za-z][\w-]*)\}/g

/** The names that stand as `${name}` in a text, in order, each once. */
export function placeholdersIn(text: string): readonly string[] {
  return [...new Set([...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name))]
}

/** Headers, query parameters and members of a JSON or form body, each from a template. */
export const customFields: readonly AuthField[] = [
  { ...needed, key: 'parts', kind: 'rows', places: ['header', 'query', 'body'] },
]

/** Every `${name}` in the parts is a secret of the connection, under the name the person gave it. */
export function customSecrets(settings: Readonly<Record<string, unknown>>): readonly AuthField[] {
  const names = authRowsOf(settings['parts']).flatMap(({ value }) => placeholdersIn(value))
  return [...new Set(names)].map((name) => ({ ...secret, key: name, label: name }))
}
