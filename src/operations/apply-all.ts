import { ok, type Problem, type Result } from '#base'
import type { IntegrationDoc } from '#domain'
import { applyOperation } from './apply-operation.ts'
import type { Operation } from './operation.ts'

/** Does several operations one after the other; the first that is refused refuses them all. */
export function applyAll(doc: IntegrationDoc, operations: readonly Operation[]): Result<IntegrationDoc, Problem> {
  let current = doc
  for (const op of operations) {
    const result = applyOperation(current, op)
    if (!result.ok) return result
    current = result.value
  }
  return ok(current)
}
