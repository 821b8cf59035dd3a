import type { Json } from '#base'
import type { RedactionValues } from '#auth'
import { createFormFinder } from './create-form-finder.ts'
import { REDACTED, redactText } from './redact-text.ts'
import { formsOf, uriEncoded } from './secret-forms.ts'

/** Secrets with fewer characters are redacted by field: searching for them would cut up innocent text. */
const SHORTEST_SEARCHED = 8

export interface RedactOptions {
  /** The value was cut: its texts may end within a secret. */
  readonly cut?: boolean
}

/** Takes secrets out of what is shown or kept. */
export interface Redactor {
  readonly text: (text: string, options?: RedactOptions) => string
  /** Keys and values, at any depth. The same reference when there was nothing to redact. */
  readonly json: <T extends Json>(value: T, options?: RedactOptions) => T
}

const lengthOf = (text: string): number => [...text].length

/** Makes a redactor for secrets and for what signing makes of them. */
export function createRedactor(sources: readonly RedactionValues[]): Redactor {
  const all = [...new Set(sources.flatMap(({ values }) => values))].filter((value) => value !== '')
  const searched = all.filter((value) => lengthOf(value) >= SHORTEST_SEARCHED)
  const finder = createFormFinder([...new Set(searched.flatMap(formsOf))])
  const short = all.filter((value) => lengthOf(value) < SHORTEST_SEARCHED)
  const shortForms = [...new Set(short.flatMap((value) => [value, uriEncoded(value)]))]
  const fields = new Set(sources.flatMap(({ fields: names }) => names.map((name) => name.toLowerCase())))
  const parameters = [...fields].flatMap((field) => shortForms.map((form) => `${field}=${form}`))

  const isSecretField = (name: string): boolean => short.length > 0 && fields.has(name.toLowerCase())

  /** A value whose name says that it may be a short secret. */
  const inField = (value: string): string => (short.some((secret) => value.includes(secret)) ? REDACTED : value)

  const inParameters = (text: string): string => {
    if (parameters.length === 0 || !text.includes('=')) return text
    const lower = text.toLowerCase()
    return parameters.some((pair) => lower.includes(pair.toLowerCase())) ? hideParameters(text) : text
  }
  const hideParameters = (text: string): string =>
    text.replaceAll(/([^?&#=\s]+)=([^&#\s]*)/g, (pair, name: string, value: string) =>
      fields.has(name.toLowerCase()) && shortForms.some((form) => value.includes(form)) ? `${name}=${REDACTED}` : pair,
    )

  const text = (value: string, { cut = false }: RedactOptions = {}): string =>
    // What was shortened says so itself, wherever it has got to since.
    redactText(inParameters(value), finder, cut || value.endsWith('…'))

  const array = (items: readonly Json[], options: RedactOptions): Json => {
    const [name, value] = items
    const isPair = items.length === 2 && typeof name === 'string' && typeof value === 'string'
    const named = isPair && isSecretField(name) ? [name, inField(value)] : items
    const next = named.map((item) => walk(item, options))
    return next.every((item, index) => item === items[index]) ? items : next
  }

  const object = (record: { readonly [key: string]: Json }, options: RedactOptions): Json => {
    const label = record['key'] ?? record['name']
    const isRow = typeof label === 'string' && isSecretField(label)
    let changed = false
    const taken = new Set<string>()
    const entries = Object.entries(record).map(([key, value]): [string, Json] => {
      const byField = isSecretField(key) || (isRow && key === 'value')
      const next = byField && typeof value === 'string' ? inField(value) : value
      const entry: [string, Json] = [freeName(text(key, options), taken), walk(next, options)]
      taken.add(entry[0])
      if (entry[0] !== key || entry[1] !== value) changed = true
      return entry
    })
    return changed ? Object.fromEntries(entries) : record
  }

  const walk = (value: Json, options: RedactOptions): Json => {
    if (typeof value === 'string') return text(value, options)
    if (typeof value === 'number') return text(String(value), options) === String(value) ? value : REDACTED
    if (Array.isArray(value)) return array(value, options)
    if (typeof value === 'object' && value !== null) return object(value as { readonly [key: string]: Json }, options)
    return value
  }

  return {
    text,
    json: <T extends Json>(value: T, options: RedactOptions = {}) => walk(value, options) as T,
  }
}

/** Two keys that held secrets must not become one. */
function freeName(name: string, taken: ReadonlySet<string>): string {
  let free = name
  for (let count = 2; taken.has(free); count += 1) free = `${name} ${count}`
  return free
}
