import type { TFunction } from 'i18next'

/**
 * The sentence of a key that is known only at run time, or the key itself where it is no key.
 * Connectors use it: a built-in's label is a key (`connector.http.name`), an imported one's is plain text ("List pets").
 */
export function textOf(t: TFunction, key: string, params: Readonly<Record<string, unknown>> = {}): string {
  const translate = t as unknown as (key: string, options: Readonly<Record<string, unknown>>) => unknown
  const text = translate(key, { ...params, defaultValue: '' })
  return typeof text === 'string' && text !== '' ? text : key
}
