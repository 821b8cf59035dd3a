import {
  positionOf,
  samePlace,
  stepsOfFlow,
  type FlowId,
  type IntegrationDoc,
  type Place,
  type Position,
  type StepId,
} from '#domain'
import { check } from '#operations'

/** A gap of a flow, as "Move to…" lists it: gaps in the order of the flow, indented by the arms around them. */
export interface MovePlace {
  readonly key: string
  readonly position: Position
  /** The step before it; null at the start of a place. */
  readonly after: StepId | null
  readonly depth: number
  readonly isAllowed: boolean
}

/** Every gap of a flow and whether the steps may go there; the gaps beside a single step are left out. */
export function movePlaces(doc: IntegrationDoc, flow: FlowId, steps: readonly StepId[]): readonly MovePlace[] {
  const places: MovePlace[] = []
  const [only, ...others] = steps
  const at = only !== undefined && others.length === 0 ? positionOf(doc, only) : undefined
  const add = (place: Place, index: number, after: StepId | null, depth: number) => {
    if (at && samePlace(at.place, place) && (index === at.index || index === at.index + 1)) return
    const isAllowed = steps.every((id) => !check(doc, { type: 'step/move', id, to: { place, index: 0 } }))
    places.push({ key: `${JSON.stringify(place)}/${index}`, position: { place, index }, after, depth, isAllowed })
  }
  const walk = (place: Place, ids: readonly StepId[], depth: number) => {
    add(place, 0, null, depth)
    ids.forEach((id, index) => {
      for (const arm of doc.steps[id]?.arms ?? []) walk({ step: id, arm: arm.id }, arm.body, depth + 1)
      add(place, index + 1, id, depth)
    })
  }
  const record = doc.flows[flow]
  if (!record || stepsOfFlow(doc, flow).length === 0) return []
  for (const arm of doc.steps[record.trigger]?.arms ?? []) walk({ step: record.trigger, arm: arm.id }, arm.body, 1)
  walk({ flow }, record.body, 0)
  return places
}
