import type { InputValue } from '#domain'

const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/

/** The value a number field's text stands for: a number, nothing, or a draft of what is no number yet. */
export function valueOfNumberText(text: string): InputValue | null {
  const trimmed = text.trim()
  if (trimmed === '') return null
  const number = Number(trimmed)
  if (NUMBER.test(trimmed) && Number.isFinite(number)) return { kind: 'literal', value: number }
  return { kind: 'draft', text, as: 'literal' }
}

/** The text of a number field for a value. */
export function numberTextOf(value: InputValue | undefined): string {
  if (value?.kind === 'draft') return value.text
  if (value?.kind !== 'literal' || value.value === null) return ''
  return typeof value.value === 'string' ? value.value : JSON.stringify(value.value)
}
