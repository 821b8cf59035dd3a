import { ok, type Result } from '#base'
import { UNARY_OPERATORS, type Condition, type Failure } from '#domain'
import { compareValues } from './compare-values.ts'
import { evaluateInput } from './evaluate-input.ts'
import type { Evaluation } from './evaluation.ts'
import type { Scope } from './scope.ts'

/**
 * Whether a condition holds. `all` stops at the first that does not, `any` at the first that does. Failures: those of
 * `evaluateInput` and `compareValues`.
 */
export async function evaluateCondition(
  condition: Condition,
  scope: Scope,
  evaluation: Evaluation,
): Promise<Result<boolean, Failure>> {
  if ('op' in condition) {
    const left = await evaluateInput(condition.left, undefined, scope, evaluation)
    if (!left.ok) return left
    const unary = UNARY_OPERATORS.has(condition.op) || condition.right === undefined
    const right = unary ? ok(undefined) : await evaluateInput(condition.right, undefined, scope, evaluation)
    return right.ok ? compareValues(condition.op, left.value, right.value) : right
  }
  const [conditions, decisive] = 'all' in condition ? [condition.all, false] : [condition.any, true]
  for (const part of conditions) {
    // One after the other, so that a later one that would fail is not reached.
    // oxlint-disable-next-line no-await-in-loop
    const held = await evaluateCondition(part, scope, evaluation)
    if (!held.ok || held.value === decisive) return held
  }
  return ok(!decisive)
}
