import { positionOf, samePlace, type IntegrationDoc, type Place, type StepId } from '#domain'
import { check, type Operation } from '#operations'
import { gapKey } from '../../steps/gap-key.ts'
import { type FlowLayout, type InsertPoint, type Point } from '../layout/flow-layout.ts'

/** A gap something may be dropped into. */
export interface DropPoint extends InsertPoint {
  readonly key: string
  readonly isAllowed: boolean
  /** The last gap of the flow itself: where what is dropped on the empty canvas goes. */
  readonly isEndOfFlow: boolean
}

/** What is dropped: steps of the flow, or something new as the operation that would add it to a place. */
export type DropLoad = { readonly steps: readonly StepId[] } | { readonly addTo: (place: Place) => Operation }

/**
 * Every gap of the picture, and whether the load may be dropped there: the rule that would refuse the operation greys the
 * gap out. Rules ask for the place, not the index, so each place is asked about once.
 */
export function dropPoints(doc: IntegrationDoc, layout: FlowLayout, load: DropLoad): readonly DropPoint[] {
  const answers = new Map<string, boolean>()
  const mayGo = (place: Place): boolean => {
    const key = gapKey(place, 0)
    const known = answers.get(key)
    if (known !== undefined) return known
    const answer = operationsFor(load, place).every((op) => check(doc, op) === undefined)
    answers.set(key, answer)
    return answer
  }
  const gaps = layout.edges.flatMap(({ insert }) => insert ?? [])
  const last = gaps.findLast(({ place }) => 'flow' in place)
  return gaps.flatMap((gap) => {
    if (isWhereItIs(doc, load, gap)) return []
    const key = gapKey(gap.place, gap.index)
    return [{ ...gap, key, isAllowed: mayGo(gap.place), isEndOfFlow: gap === last }]
  })
}

const operationsFor = (load: DropLoad, place: Place): readonly Operation[] =>
  'steps' in load
    ? load.steps.map((id): Operation => ({ type: 'step/move', id, to: { place, index: 0 } }))
    : [load.addTo(place)]

/** The gaps beside a single step change nothing, so they are not offered. */
function isWhereItIs(doc: IntegrationDoc, load: DropLoad, gap: InsertPoint): boolean {
  const [id, ...others] = 'steps' in load ? load.steps : []
  const at = id !== undefined && others.length === 0 ? positionOf(doc, id) : undefined
  return at !== undefined && samePlace(at.place, gap.place) && (gap.index === at.index || gap.index === at.index + 1)
}

/** How far from a gap, in pixels of the page, a drop still goes into it. */
const REACH = { x: 200, y: 100 } as const

/**
 * The gap a drop at a point goes to: the nearest allowed one within reach. Away from all gaps, on the empty canvas, that is
 * the end of the flow, unless that is where it is; near gaps that all refuse, there is none. Distances are those of the
 * page, so that reach does not depend on the scale.
 */
export function dropTarget(points: readonly DropPoint[], at: Point, zoom: number): DropPoint | undefined {
  let nearest: DropPoint | undefined
  let least = Number.POSITIVE_INFINITY
  let isNearRefused = false
  for (const point of points) {
    const dx = Math.abs(point.x - at.x) * zoom
    const dy = Math.abs(point.y - at.y) * zoom
    if (dx > REACH.x || dy > REACH.y) continue
    const far = Math.hypot(dx, dy)
    if (!point.isAllowed) isNearRefused = true
    else if (far < least) {
      nearest = point
      least = far
    }
  }
  if (nearest) return nearest
  return isNearRefused ? undefined : points.find(({ isEndOfFlow, isAllowed }) => isEndOfFlow && isAllowed)
}
