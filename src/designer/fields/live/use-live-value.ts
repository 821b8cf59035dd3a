import type { Json, Result } from '#base'
import { referencesIn, type Failure, type InputSpec, type InputValue } from '#domain'
import { parseExpression } from '#expression'
import { usePorts } from '#workbench'
import { useEffect, useMemo, useState } from 'react'
import { previewScopeOf, sourceOf, type FieldScope, type Provenance, type ScopeSource } from '../scope/field-scope.ts'

/** Milliseconds of quiet after which a value is worked out. */
const QUIET = 250

/** The live value of a mapped input. `isStale`: of what was entered a moment ago. */
export type LiveValueState =
  | { readonly state: 'none' }
  | { readonly state: 'pending' }
  | { readonly state: 'no-result'; readonly source: ScopeSource }
  | { readonly state: 'value'; readonly value: Json; readonly from: Provenance | 'mixed'; readonly isStale: boolean }
  | { readonly state: 'failed'; readonly failure: Failure; readonly isStale: boolean }

/** Whether a value depends on something and can be read: only then has it a live value. */
function isMapped(value: InputValue | undefined): value is InputValue {
  if (value === undefined) return false
  if (value.kind === 'expression') return parseExpression(value.source).ok
  return referencesIn(value).length > 0
}

interface Known {
  readonly key: object
  readonly result: Result<Json, Failure>
}

/** Works out what a value gives, in the runner's worker, a moment after it was entered. */
export function useLiveValue(
  spec: Pick<InputSpec, 'type'>,
  value: InputValue | undefined,
  scope: FieldScope,
): LiveValueState {
  const { runner, environment } = usePorts()
  const [known, setKnown] = useState<Known | null>(null)
  const type = spec.type === 'list' ? 'list' : null
  const question = useMemo(() => {
    if (!isMapped(value)) return null
    const sources = referencesIn(value).flatMap(({ to }) =>
      to.kind === 'step' ? (sourceOf(scope, to.step) ?? []) : [],
    )
    const missing = sources.find((source) => source.value === undefined)
    return { value, sources, missing, scope: previewScopeOf(scope, value) }
  }, [value, scope])
  useEffect(() => {
    if (!question || question.missing) return undefined
    let isGone = false
    const stop = environment.setTimer(() => {
      void runner.preview(question.value, type, question.scope).then((result) => {
        if (!isGone) setKnown({ key: question, result })
      })
    }, QUIET)
    return () => {
      isGone = true
      stop()
    }
  }, [question, type, runner, environment])
  if (!question) return { state: 'none' }
  if (question.missing) return { state: 'no-result', source: question.missing }
  if (!known) return { state: 'pending' }
  const isStale = known.key !== question
  if (!known.result.ok) return { state: 'failed', failure: known.result.error, isStale }
  return { state: 'value', value: known.result.value, from: originOf(question.sources), isStale }
}

function originOf(sources: readonly ScopeSource[]): Provenance | 'mixed' {
  const origins = new Set(sources.map(({ from }) => from))
  const [first] = origins
  if (first === undefined) return 'none'
  return origins.size === 1 ? first : 'mixed'
}
