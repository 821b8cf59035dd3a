import type { Problem } from '#base'
import type { InputValue } from '#domain'
import { parseExpression } from '#expression'

/** The value an expression editor's text stands for; what does not parse is kept as a draft. */
export function valueOfExpressionText(text: string): InputValue {
  return parseExpression(text).ok ? { kind: 'expression', source: text } : { kind: 'draft', text, as: 'expression' }
}

/** The text of an expression editor for a value. */
export function expressionTextOf(value: InputValue | undefined): string {
  if (value?.kind === 'expression') return value.source
  return value?.kind === 'draft' ? value.text : ''
}

/** Why an expression does not parse; null when it does. */
export function expressionProblem(text: string): Problem | null {
  const parsed = parseExpression(text)
  return parsed.ok ? null : parsed.error
}
