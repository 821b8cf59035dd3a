import { sameJson, type Json } from '#base'
import {
  referencesIn,
  type InputValue,
  type IntegrationDoc,
  type ScopeForm,
  type StepId,
  type Variable,
  type VariableId,
} from '#domain'
import type { PreviewScope } from '#workbench'
import type { ChipPart } from '../template/template-text.ts'

/** Where a value shown while designing comes from. `none`: nothing is known yet. */
export type Provenance = 'run' | 'pinned' | 'payload' | 'sample' | 'none'

/** A step that may be referred to, with what is known of its result. */
export interface ScopeSource {
  readonly step: StepId
  readonly name: string
  readonly icon: string
  /** What the name gives here: the result, or the frame of a loop around the input. */
  readonly as: ScopeForm
  readonly value: Json | undefined
  readonly from: Provenance
}

/** What an input may refer to: steps, nearest first, and config variables. */
export interface FieldScope {
  readonly sources: readonly ScopeSource[]
  readonly variables: readonly Variable[]
  /** The name of a step that is out of scope, or null when it is gone. */
  readonly nameOf: (step: StepId) => string | null
}

/** A scope in which nothing can be referred to. */
export const EMPTY_SCOPE: FieldScope = { sources: [], variables: [], nameOf: () => null }

/** The source of a step in scope. */
export function sourceOf(scope: FieldScope, step: StepId): ScopeSource | undefined {
  return scope.sources.find((source) => source.step === step)
}

/** The current name of a step, in scope or not; null when it is gone. */
export function stepNameIn(scope: FieldScope, step: StepId): string | null {
  return sourceOf(scope, step)?.name ?? scope.nameOf(step)
}

/** The config variable of an id. */
export function variableIn(scope: FieldScope, id: VariableId): Variable | undefined {
  return scope.variables.find((variable) => variable.id === id)
}

/** Whether a chip refers to something that may be referred to here. */
export function isInScope(scope: FieldScope, part: ChipPart): boolean {
  if (part.kind === 'variable') return variableIn(scope, part.variable) !== undefined
  return sourceOf(scope, part.step) !== undefined
}

/** The ids of the steps and variables a value refers to. */
function idsIn(value: InputValue): ReadonlySet<string> {
  return new Set(referencesIn(value).map(({ to }) => (to.kind === 'step' ? to.step : to.variable)))
}

/** What a live value needs of the scope: only the results the value mentions, because they are copied to a worker. */
export function previewScopeOf(scope: FieldScope, value: InputValue): PreviewScope {
  const ids = idsIn(value)
  const results = scope.sources.flatMap(({ step, value: result }) =>
    ids.has(step) && result !== undefined ? [[step, result] as const] : [],
  )
  const variables = scope.variables.flatMap(({ id, default: initial }) => (ids.has(id) ? [[id, initial] as const] : []))
  return { results: Object.fromEntries(results), variables: Object.fromEntries(variables) }
}

/** Whether two lists of sources say the same, so that nothing needs to render again. */
export function sameSources(a: readonly ScopeSource[], b: readonly ScopeSource[]): boolean {
  return (
    a.length === b.length &&
    a.every((source, index) => {
      const other = b[index]
      return (
        other !== undefined &&
        source.step === other.step &&
        source.name === other.name &&
        source.icon === other.icon &&
        source.as === other.as &&
        sameValue(source, other) &&
        source.from === other.from
      )
    })
  )
}

/** Frames and samples are made anew each time, but small or made of the same parts; the others are what was recorded. */
const sameValue = (a: ScopeSource, b: ScopeSource) =>
  a.value === b.value || ((a.as === 'loop-frame' || a.from === 'sample') && sameJson(a.value, b.value))

/** A step's own name for what it is called in a document. */
export function nameInDoc(doc: IntegrationDoc, step: StepId): string | null {
  return doc.steps[step]?.name ?? null
}
