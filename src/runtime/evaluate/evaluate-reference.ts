import type { Json, JsonPath } from '#base'
import { failure } from '../failure.ts'
import type { Evaluation } from './evaluation.ts'
import { followPath, type Scope } from './scope.ts'

/** A path to read: `items[0].name`. */
const pathText = (path: JsonPath): string =>
  path.reduce<string>((text, key) => (typeof key === 'number' ? `${text}[${key}]` : `${text}${text && '.'}${key}`), '')

/** The value a reference leads to; `undefined`, and a notice why, when it leads nowhere. */
export function evaluateReference(
  step: string,
  path: JsonPath,
  scope: Scope,
  { onNotice }: Evaluation,
): Json | undefined {
  const result = scope.resultOf(step)
  if (result === undefined) {
    onNotice?.(failure('reference-no-result', { reference: step }))
    return undefined
  }
  const followed = followPath(result, path)
  if (followed.found) return followed.value
  onNotice?.(
    failure('reference-undefined', {
      reference: step,
      path: pathText(followed.reached),
      missing: followed.missing,
      in: followed.in,
    }),
  )
  return undefined
}

/** The value of a config variable. */
export function evaluateVariable(variable: string, scope: Scope, { onNotice }: Evaluation): Json | undefined {
  const value = scope.variable(variable)
  if (value === undefined) onNotice?.(failure('variable-undefined', { variable }))
  return value
}
