import { isInScope, referencesOf, type IntegrationDoc, type Reference } from '#domain'
import { applyAll } from './apply-all.ts'
import type { Operation } from './operation.ts'

const isBroken = (doc: IntegrationDoc, { step, to }: Reference): boolean =>
  to.kind === 'step' && !isInScope(doc, step, to.step)

/**
 * The references that operations would break: good before, dangling or out of scope after. Empty when the operations are
 * refused. The interface warns with them before it moves or deletes.
 */
export function danglingAfter(doc: IntegrationDoc, operations: readonly Operation[]): readonly Reference[] {
  const after = applyAll(doc, operations)
  if (!after.ok) return []
  const next = after.value
  return Object.values(next.steps).flatMap((step) =>
    referencesOf(step).filter(
      (reference) => isBroken(next, reference) && !(doc.steps[step.id] === step && isBroken(doc, reference)),
    ),
  )
}
