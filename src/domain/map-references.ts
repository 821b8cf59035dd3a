import { sameJson, type Json } from '#base'
import { parseExpression, rewriteReferences } from '#expression'
import type { StepId } from './ids.ts'
import type { InputValue } from './input-value.ts'
import { mapValues } from './step-values.ts'
import type { Step } from './step.ts'

type Rename = (id: StepId) => StepId

const NAME = /\$(step_[a-z0-9]{6,24})(?![A-Za-z0-9_])/g

/** While a text does not parse, names are found by how they look: an id is unique, and nothing else looks like one. */
const mapText = (text: string, rename: Rename): string =>
  text.replace(NAME, (_all, id: string) => `$${rename(id as StepId)}`)

const mapSource = (source: string, rename: Rename): string =>
  parseExpression(source).ok ? rewriteReferences(source, (id) => rename(id as StepId)) : mapText(source, rename)

function mapValue(value: InputValue, rename: Rename): InputValue {
  switch (value.kind) {
    case 'reference':
      return { ...value, step: rename(value.step) }
    case 'template':
      return {
        ...value,
        parts: value.parts.map((part) => (part.kind === 'reference' ? { ...part, step: rename(part.step) } : part)),
      }
    case 'expression':
      return { ...value, source: mapSource(value.source, rename) }
    case 'draft':
      return value.as === 'expression' ? { ...value, text: mapText(value.text, rename) } : value
    case 'list':
      return { ...value, items: value.items.map((item) => mapValue(item, rename)) }
    case 'fields':
      return { ...value, rows: value.rows.map((row) => ({ ...row, value: mapValue(row.value, rename) })) }
    case 'literal':
    case 'variable':
      return value
  }
}

/** A step with every reference renamed, those of half typed expressions too; the same record when none changes. */
export function mapReferences(step: Step, rename: Rename): Step {
  const next = mapValues(step, (value) => mapValue(value, rename))
  return sameJson(step as unknown as Json, next as unknown as Json) ? step : next
}
