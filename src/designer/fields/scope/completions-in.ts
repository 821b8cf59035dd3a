import { isJsonObject, type Json, type JsonPath } from '#base'
import type { StepId } from '#domain'
import type { CodeCompletion } from '../code/code-view.ts'
import type { ChipPart } from '../template/template-text.ts'
import { valuePreview } from '../value/value-preview.ts'
import type { FieldScope } from './field-scope.ts'

const MOST = 200
const DEEPEST = 3

/** What completion offers: the steps, what is near the top of their results, the variables. */
export function completionsIn(scope: FieldScope, labelOf: (part: ChipPart) => string): readonly CodeCompletion[] {
  const steps = scope.sources.flatMap(({ step, value }) => pathsIn(step, value, []))
  const variables = scope.variables.map((variable) => ({
    part: { kind: 'variable', variable: variable.id } as const,
    value: variable.default,
  }))
  return [...steps, ...variables].slice(0, MOST).map(({ part, value }) => ({
    label: labelOf(part),
    detail: value === undefined ? '' : valuePreview(value, 32),
    insert: part,
  }))
}

interface Found {
  readonly part: ChipPart
  readonly value: Json | undefined
}

function pathsIn(step: StepId, value: Json | undefined, path: JsonPath): readonly Found[] {
  const own: Found = { part: { kind: 'reference', step, path }, value }
  if (path.length >= DEEPEST || !isJsonObject(value)) return [own]
  return [
    own,
    ...Object.keys(value)
      .slice(0, 30)
      .flatMap((key) => pathsIn(step, value[key], [...path, key])),
  ]
}
