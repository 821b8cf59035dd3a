import { childrenOf, positionOf, type IntegrationDoc, type Place, type Position, type StepId } from '#domain'

/** `up` and `down` in the sequence, `out` of the arm, `into` the arm of a neighbour. */
export type MoveDirection = 'up' | 'down' | 'out' | 'into'

/** The gap a step goes to when it is moved by keyboard; `undefined` when there is none in that direction. */
export function moveTarget(doc: IntegrationDoc, id: StepId, direction: MoveDirection): Position | undefined {
  const at = positionOf(doc, id)
  if (!at) return undefined
  const siblings = childrenOf(doc, at.place)
  switch (direction) {
    case 'up':
      return at.index > 0 ? { place: at.place, index: at.index - 1 } : undefined
    case 'down':
      // Gaps count with the step still in place: below the next one is two further.
      return at.index < siblings.length - 1 ? { place: at.place, index: at.index + 2 } : undefined
    case 'out': {
      const around = 'step' in at.place ? positionOf(doc, at.place.step) : undefined
      return around && { place: around.place, index: around.index + 1 }
    }
    case 'into':
      return endOfFirstArm(doc, siblings[at.index - 1]) ?? startOfFirstArm(doc, siblings[at.index + 1])
    default:
      return undefined
  }
}

const placesOf = (doc: IntegrationDoc, id: StepId | undefined): readonly Place[] => {
  const step = id === undefined ? undefined : doc.steps[id]
  return step?.arms.map((arm): Place => ({ step: step.id, arm: arm.id })) ?? []
}

/** The step above flows into its first arm; that is where a step most often belongs. */
function endOfFirstArm(doc: IntegrationDoc, id: StepId | undefined): Position | undefined {
  const [place] = placesOf(doc, id)
  return place && { place, index: childrenOf(doc, place).length }
}

function startOfFirstArm(doc: IntegrationDoc, id: StepId | undefined): Position | undefined {
  const [place] = placesOf(doc, id)
  return place && { place, index: 0 }
}
