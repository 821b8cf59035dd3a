import type { JsonPath } from '#base'
import { expressionReferences } from '#expression'
import type { ArmId, StepId, VariableId } from './ids.ts'
import type { InputValue } from './input-value.ts'
import type { IntegrationDoc } from './integration.ts'
import { valuesOf, type StepValue } from './step-values.ts'
import type { Step } from './step.ts'

/** What a reference names: a step's result (or a loop's frame), or a config variable. */
export type ReferenceTarget =
  | { readonly kind: 'step'; readonly step: StepId; readonly path: JsonPath }
  | { readonly kind: 'variable'; readonly variable: VariableId }

/** A reference and where it stands: in which step, under which input (see `StepValue`), and where inside the value. */
export interface Reference {
  readonly step: StepId
  readonly input: string
  readonly arm?: ArmId
  /** Keys and indexes into the entered value, down to what holds the reference: `['rows', 0, 'value', 'parts', 1]`. */
  readonly within: JsonPath
  readonly to: ReferenceTarget
  /** In an expression: from where to where in its source, in UTF-16 units. */
  readonly span?: { readonly start: number; readonly end: number }
}

type Found = Pick<Reference, 'within' | 'to' | 'span'>

const toStep = (step: StepId, path: JsonPath): ReferenceTarget => ({ kind: 'step', step, path })
const toVariable = (variable: VariableId): ReferenceTarget => ({ kind: 'variable', variable })

const inExpression = (source: string, within: JsonPath): readonly Found[] =>
  expressionReferences(source).map(({ kind, id, path, from, to }) => ({
    within,
    to: kind === 'step' ? toStep(id as StepId, path) : toVariable(id as VariableId),
    span: { start: from, end: to },
  }))

/** Every reference in a value. A draft has none: it is reported as half typed instead. */
export function referencesIn(value: InputValue, within: JsonPath = []): readonly Found[] {
  switch (value.kind) {
    case 'reference':
      return [{ within, to: toStep(value.step, value.path) }]
    case 'variable':
      return [{ within, to: toVariable(value.variable) }]
    case 'template':
      return value.parts.flatMap((part, i) => (part.kind === 'text' ? [] : referencesIn(part, [...within, 'parts', i])))
    case 'expression':
      return inExpression(value.source, within)
    case 'list':
      return value.items.flatMap((item, i) => referencesIn(item, [...within, 'items', i]))
    case 'fields':
      return value.rows.flatMap((row, i) => referencesIn(row.value, [...within, 'rows', i, 'value']))
    case 'literal':
    case 'draft':
      return []
  }
}

function referencesAt(step: Step, { input, arm, path, value }: StepValue): readonly Reference[] {
  const where = arm === undefined ? { step: step.id, input } : { step: step.id, input, arm }
  return referencesIn(value, path).map((found) => ({ ...where, ...found }))
}

const known = new WeakMap<Step, readonly Reference[]>()

/** Every reference a step makes, in the order of its values; read once for each record. */
export function referencesOf(step: Step): readonly Reference[] {
  const cached = known.get(step)
  if (cached) return cached
  const references = valuesOf(step).flatMap((value) => referencesAt(step, value))
  known.set(step, references)
  return references
}

/** Every reference to a step, wherever it stands. */
export function referencesTo(doc: IntegrationDoc, id: StepId): readonly Reference[] {
  return Object.values(doc.steps).flatMap((step) =>
    referencesOf(step).filter(({ to }) => to.kind === 'step' && to.step === id),
  )
}
