import { positionOf, samePlace, type IntegrationDoc, type Position, type StepId } from '#domain'
import type { Operation } from '../operation.ts'
import { topmostSteps } from './topmost-steps.ts'

/**
 * Moves steps, in their order, into the gap a person points at. Unlike that of `step/move`, `gap.index` counts in the
 * document as it is drawn, with the moved steps still in it. No operation when all of them are there already.
 */
export function planMoveSteps(doc: IntegrationDoc, ids: readonly StepId[], gap: Position): readonly Operation[] {
  const moved = topmostSteps(doc, ids)
  const indexes = moved.flatMap((id) => {
    const from = positionOf(doc, id)
    return from && samePlace(from.place, gap.place) ? [from.index] : []
  })
  const start = gap.index - indexes.filter((index) => index < gap.index).length
  const stays = indexes.length === moved.length && indexes.every((index, i) => index === start + i)
  if (stays) return []
  // One after the other: a step still to be moved that stands before the gap has not been lifted out yet.
  let waitingBefore = indexes.filter((index) => index < gap.index).length
  return moved.map((id, i): Operation => {
    const from = positionOf(doc, id)
    if (from && samePlace(from.place, gap.place) && from.index < gap.index) waitingBefore -= 1
    return { type: 'step/move', id, to: { place: gap.place, index: start + waitingBefore + i } }
  })
}
