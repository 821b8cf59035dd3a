import { sameJson, type Json } from '#base'
import type { InputSpec } from '#domain'
import { valueKindOf } from './value-preview.ts'

/** What a mapped value is not, though its input wants it: a key of `fields.live`. */
export type Mismatch = 'number' | 'boolean' | 'list' | 'fields' | 'text' | 'choice'

/** Whether a value does not fit its input's type; null when it does. null itself fits: it means nothing is given. */
export function mismatchOf(spec: Pick<InputSpec, 'type' | 'options'>, value: Json): Mismatch | null {
  const kind = valueKindOf(value)
  if (kind === 'null') return null
  switch (spec.type) {
    case 'number':
      return kind === 'number' || isNumeric(value) ? null : 'number'
    case 'boolean':
      return kind === 'boolean' || value === 'true' || value === 'false' ? null : 'boolean'
    case 'list':
      return kind === 'list' ? null : 'list'
    case 'fields':
      return kind === 'object' || kind === 'list' ? null : 'fields'
    case 'text':
    case 'code':
      return kind === 'list' || kind === 'object' ? 'text' : null
    case 'choice':
      return spec.options?.kind === 'fixed' && !spec.options.options.some((option) => sameJson(option.value, value))
        ? 'choice'
        : null
    case 'json':
      return null
  }
}

const isNumeric = (value: Json) => typeof value === 'string' && value.trim() !== '' && Number.isFinite(Number(value))
