import { err, ok, unreachable, type Json, type Result } from '#base'
import type { Failure, FieldRow, InputValue, TemplatePart } from '#domain'
import { failure } from '../failure.ts'
import { evaluateExpression } from './evaluate-expression.ts'
import { evaluateReference, evaluateVariable } from './evaluate-reference.ts'
import { STILL, type Evaluation } from './evaluation.ts'
import { fitValue, type ValueSpec } from './fit-value.ts'
import type { Scope } from './scope.ts'

type Evaluated = Result<Json | undefined, Failure>

function templateText(parts: readonly TemplatePart[], scope: Scope, evaluation: Evaluation): string {
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text
      const value =
        part.kind === 'reference'
          ? evaluateReference(part.step, part.path, scope, evaluation)
          : evaluateVariable(part.variable, scope, evaluation)
      if (value === undefined || value === null) return ''
      return typeof value === 'string' ? value : JSON.stringify(value)
    })
    .join('')
}

async function listOf(items: readonly InputValue[], scope: Scope, evaluation: Evaluation): Promise<Evaluated> {
  const values: Json[] = []
  for (const item of items) {
    // One after the other: notices and failures then come in the order a person reads the rows.
    // oxlint-disable-next-line no-await-in-loop
    const value = await evaluate(item, scope, evaluation)
    if (!value.ok) return value
    values.push(value.value ?? null)
  }
  return ok(values)
}

/** Rows as `[key, value]` pairs; a row without a value is left out. */
async function rowsOf(rows: readonly FieldRow[], scope: Scope, evaluation: Evaluation): Promise<Evaluated> {
  const pairs: Json[] = []
  for (const { key, value: entered } of rows) {
    // oxlint-disable-next-line no-await-in-loop
    const value = await evaluate(entered, scope, evaluation)
    if (!value.ok) return err({ ...value.error, at: { row: key, ...value.error.at } })
    if (key !== '' && value.value !== undefined) pairs.push([key, value.value])
  }
  return ok(pairs)
}

async function evaluate(value: InputValue, scope: Scope, evaluation: Evaluation): Promise<Evaluated> {
  switch (value.kind) {
    case 'draft':
      return err(failure('draft', { as: value.as }))
    case 'literal':
      return ok(value.value)
    case 'reference':
      return ok(evaluateReference(value.step, value.path, scope, evaluation))
    case 'variable':
      return ok(evaluateVariable(value.variable, scope, evaluation))
    case 'template':
      return ok(templateText(value.parts, scope, evaluation))
    case 'expression':
      return evaluateExpression(value.source, scope, evaluation)
    case 'list':
      return listOf(value.items, scope, evaluation)
    case 'fields': {
      const pairs = await rowsOf(value.rows, scope, evaluation)
      // Inside a list or a row there is no declaration: rows make an object.
      return pairs.ok && pairs.value !== undefined ? fitValue(pairs.value, { type: 'fields' }) : pairs
    }
    default:
      return unreachable(value)
  }
}

/**
 * The value of an input as its declaration takes it; `undefined` when there is none (`evaluation.onNotice` is told why).
 * `list` wraps a single value and makes nothing of nothing; `fields` gives an object, or `[key, value]` pairs where keys
 * may repeat. Failures: `draft`, `input-type`, and those of `evaluateExpression`.
 */
export async function evaluateInput(
  value: InputValue,
  spec: ValueSpec | undefined,
  scope: Scope,
  evaluation: Evaluation = STILL,
): Promise<Evaluated> {
  const evaluated =
    value.kind === 'fields' ? await rowsOf(value.rows, scope, evaluation) : await evaluate(value, scope, evaluation)
  if (!evaluated.ok) return evaluated
  const type = spec ?? (value.kind === 'fields' ? { type: 'fields' as const } : { type: 'json' as const })
  if (evaluated.value !== undefined) return fitValue(evaluated.value, type)
  return type.type === 'list' ? ok([]) : ok(undefined)
}
