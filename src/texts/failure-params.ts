import type { TFunction } from 'i18next'
import { textOf } from './text-of.ts'

type Params = Readonly<Record<string, string | number>>

/**
 * The params of a failure's sentence: a field of an auth method is called by its name, where it has one, and not by its key.
 * Of a sentence that can say for how long an API wants no requests, that form (`_asked`) is taken where it is known.
 */
export function failureParams(t: TFunction, params: Params): Params {
  const key = `failures.fieldNames.${params['field']}`
  const name = textOf(t, key)
  return {
    ...params,
    ...(name !== key && { field: name }),
    ...(params['retryAfter'] !== undefined && { context: 'asked' }),
  }
}
