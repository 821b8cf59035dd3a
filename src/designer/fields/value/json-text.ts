import { jsonValueOf } from './json-value-of.ts'
import type { InputValue } from '#domain'

/** The value a JSON editor's text stands for: JSON, nothing, or a draft of what is not complete yet. */
export function valueOfJsonText(text: string): InputValue | null {
  if (text.trim() === '') return null
  const read = jsonValueOf(text)
  return read.ok ? { kind: 'literal', value: read.value } : { kind: 'draft', text, as: 'literal' }
}

/** The text of a JSON editor for a value. */
export function jsonTextOf(value: InputValue | undefined): string {
  if (value?.kind === 'draft') return value.text
  return value?.kind === 'literal' ? JSON.stringify(value.value, null, 2) : ''
}
