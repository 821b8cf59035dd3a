import { problem, type Problem } from '#base'
import {
  ancestorsOf,
  childrenOf,
  placeExists,
  MAX_NESTING,
  type IntegrationDoc,
  type Place,
  type Position,
  type Step,
  type StepId,
} from '#domain'

/** How many arms lie around what is at a place. */
function depthOf(doc: IntegrationDoc, place: Place): number {
  return 'flow' in place ? 0 : 1 + ancestorsOf(doc, place.step).length
}

/** Finds the steps of a tree, so that those still to be added count too. */
type FindStep = (id: StepId) => Pick<Step, 'arms'> | undefined

/** How many arms lie inside a step, one in the other; looks no deeper than a document may be. */
export function heightOf(find: FindStep, id: StepId, limit: number = MAX_NESTING + 1): number {
  if (limit === 0) return 0
  let height = 0
  for (const arm of find(id)?.arms ?? []) {
    for (const child of arm.body) height = Math.max(height, 1 + heightOf(find, child, limit - 1))
  }
  return height
}

/**
 * Why nothing can be put at a position: the place is not there, the index is past its end, or arms would nest too deep.
 * `lifted` counts the steps that leave the place first, `height` is that of what comes.
 */
export function refusePosition(
  doc: IntegrationDoc,
  to: Position,
  { lifted, height }: { readonly lifted: number; readonly height: number },
): Problem | undefined {
  const at: Problem['at'] = 'flow' in to.place ? { flow: to.place.flow } : { step: to.place.step, arm: to.place.arm }
  if (!placeExists(doc, to.place)) return problem('place-not-found', {}, at)
  const length = childrenOf(doc, to.place).length - lifted
  if (to.index > length) return problem('index-out-of-range', { index: to.index, length }, at)
  const isTooDeep = height > 0 || 'step' in to.place ? depthOf(doc, to.place) + height > MAX_NESTING : false
  return isTooDeep ? problem('nesting-too-deep', { limit: MAX_NESTING }, at) : undefined
}
