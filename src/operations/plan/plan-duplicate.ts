import { err, problem, type Problem, type Result } from '#base'
import { positionOf, type IntegrationDoc, type StepId } from '#domain'
import type { CreateId } from '../factories/create-id.ts'
import { copySteps } from './copy-steps.ts'
import { planPaste, type PastePlan } from './plan-paste.ts'

/** Copies the selected steps and puts the copies after the last of them. Refused when the selection has only triggers. */
export function planDuplicate(
  doc: IntegrationDoc,
  ids: readonly StepId[],
  createId: CreateId,
): Result<PastePlan, Problem> {
  const fragment = copySteps(doc, ids)
  const last = fragment?.roots.at(-1)
  const position = last && positionOf(doc, last)
  if (!fragment || !position) return err(problem('nothing-to-copy'))
  return planPaste(doc, fragment, { at: { place: position.place, index: position.index + 1 }, createId })
}
