import type { TFunction } from 'i18next'
import { textOf } from './text-of.ts'

type Params = Readonly<Record<string, string | number>>

/** The params of a failure's sentence: a field of an auth method is called by its name, where it has one, and not by its key. */
export function failureParams(t: TFunction, params: Params): Params {
  const key = `failures.fieldNames.${params['field']}`
  const name = textOf(t, key)
  return name === key ? params : { ...params, field: name }
}
