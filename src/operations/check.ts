import { problem, type Problem } from '#base'
import type { IntegrationDoc } from '#domain'
import { refusalOf } from './apply-operation.ts'
import type { Operation } from './operation.ts'
import { ALLOW_ALL, type Policy } from './policy.ts'

/**
 * Why an operation may not be done here and now; `undefined` when it may. The same rule that refuses an operation, so
 * that a drop target is greyed out exactly when dropping would fail. Costs microseconds: it builds no document.
 */
export function check(doc: IntegrationDoc, op: Operation, policy: Policy = ALLOW_ALL): Problem | undefined {
  if (policy.readOnly) return problem('read-only')
  return refusalOf(doc, op)
}
