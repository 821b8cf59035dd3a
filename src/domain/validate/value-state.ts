import type { Json } from '#base'
import type { InputSpec } from '../connector.ts'
import type { InputValue, Inputs } from '../input-value.ts'

/** Whether nothing was entered. `false` and `0` are something; a blank expression is a mistake of its own. */
export function isEmptyValue(value: InputValue | undefined): boolean {
  switch (value?.kind) {
    case undefined:
      return true
    case 'literal':
      return value.value === null || value.value === ''
    case 'template':
      return value.parts.every((part) => part.kind === 'text' && part.text === '')
    case 'list':
      return value.items.length === 0
    case 'fields':
      return value.rows.length === 0
    case 'draft':
    case 'expression':
    case 'reference':
    case 'variable':
      return false
  }
}

/** What an input holds as far as it is known without running: its literal, or its default while nothing was entered. */
function literalOf(specs: readonly InputSpec[], inputs: Inputs, key: string): Json | undefined {
  const value = inputs[key] ?? specs.find((spec) => spec.key === key)?.default
  return value?.kind === 'literal' ? value.value : undefined
}

/** Whether an input is shown: always, or while the input its `showWhen` names holds one of the values. */
export function isInputShown(specs: readonly InputSpec[], spec: InputSpec, inputs: Inputs): boolean {
  if (spec.showWhen === undefined) return true
  const value = literalOf(specs, inputs, spec.showWhen.input)
  return spec.showWhen.in.some((shown) => shown === value)
}

/** Whether something half typed is in a value. */
export function hasDraft(value: InputValue): boolean {
  if (value.kind === 'draft') return true
  if (value.kind === 'list') return value.items.some(hasDraft)
  return value.kind === 'fields' && value.rows.some((row) => hasDraft(row.value))
}

/** Every expression in a value. */
export function expressionsIn(value: InputValue): readonly string[] {
  if (value.kind === 'expression') return [value.source]
  if (value.kind === 'list') return value.items.flatMap(expressionsIn)
  return value.kind === 'fields' ? value.rows.flatMap((row) => expressionsIn(row.value)) : []
}
