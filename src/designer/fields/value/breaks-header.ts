import type { InputValue } from '#domain'

/** Whether what was typed of a header value holds a line break, which would let it forge further headers. */
export function breaksHeader(value: InputValue | undefined): boolean {
  if (value?.kind === 'literal') return typeof value.value === 'string' && /[\r\n]/.test(value.value)
  return value?.kind === 'template' && value.parts.some((part) => part.kind === 'text' && /[\r\n]/.test(part.text))
}
