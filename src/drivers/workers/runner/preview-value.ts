import { err, ok, type Json, type Result } from '#base'
import type { Failure, InputSpec, InputValue } from '#domain'
import { createScope, evaluateInput } from '#runtime'

/** What a live value is computed from: results of steps (loop frames included) and variables, by id. */
export interface PreviewScope {
  readonly results: Readonly<Record<string, Json>>
  readonly variables: Readonly<Record<string, Json>>
}

/**
 * The value of an input over known results. Without a value, the failure says why there is none: `reference-undefined`,
 * `reference-no-result` and the like.
 */
export async function previewValue(
  value: InputValue,
  type: string | null,
  scope: PreviewScope,
): Promise<Result<Json, Failure>> {
  const notices: Failure[] = []
  const evaluated = await evaluateInput(
    value,
    type === null ? undefined : { type: type as InputSpec['type'] },
    createScope(scope.results, scope.variables),
    { now: () => Date.now(), random: () => 0.5, onNotice: (notice) => notices.push(notice) },
  )
  if (!evaluated.ok) return evaluated
  if (evaluated.value !== undefined) return ok(evaluated.value)
  return notices[0] ? err(notices[0]) : ok(null)
}
