import type { StepId } from './ids.ts'
import type { IntegrationDoc } from './integration.ts'
import type { Position } from './place.ts'
import type { Step } from './step.ts'
import { childrenOf, flowOf, positionOf, samePlace, treeIndexOf } from './tree.ts'

/**
 * What a name in scope stands for.
 * - `result`: what the step returned
 * - `loop-frame`: a loop the step is inside of: `{currentItem, index, isFirst, isLast}`
 * - `failure`: the step whose error arm this is in: `{error: failure}`, since it has no result
 */
export type ScopeForm = 'result' | 'loop-frame' | 'failure'

/** A step that may be referred to, and what the name gives there. */
export interface InScope {
  readonly step: StepId
  readonly as: ScopeForm
}

/** What a step that contains another gives to what is inside its arm; null: nothing, it is not done yet. */
function formInside(container: Step, arm: string): ScopeForm | null {
  if (arm === 'error') return 'failure'
  if (container.kind === 'loop') return 'loop-frame'
  // A connector's step has its result before its arms run: they are ways on from it.
  return container.kind === 'branch' || container.kind === 'parallel' ? null : 'result'
}

/** The positions from a step up to its flow: its own, that of the step around it, and so on. */
function* pathUp(doc: IntegrationDoc, id: StepId): Generator<Position> {
  let position = positionOf(doc, id)
  while (position) {
    yield position
    position = 'step' in position.place ? positionOf(doc, position.place.step) : undefined
  }
}

/**
 * The steps a step may refer to, in the order of the flow: the trigger, earlier steps on its own path to the root, and
 * the loops that contain it (as their frame). Never what is inside a sibling arm, a lane or a loop it is not in. Inside
 * an error arm the step that failed is in scope as its failure.
 */
export function scopeOf(doc: IntegrationDoc, id: StepId): readonly InScope[] {
  const found: InScope[] = []
  for (const { place, index } of pathUp(doc, id)) {
    for (const step of childrenOf(doc, place).slice(0, index).toReversed()) found.push({ step, as: 'result' })
    const container = 'step' in place ? doc.steps[place.step] : undefined
    const as = container && 'arm' in place ? formInside(container, place.arm) : null
    // A trigger is its flow's and comes below, whatever arm of it the step is in.
    if (container && as && container.kind !== 'trigger') found.push({ step: container.id, as })
  }
  const flow = flowOf(doc, id)
  const trigger = flow && doc.flows[flow]?.trigger
  if (trigger && trigger !== id) found.push({ step: trigger, as: 'result' })
  return found.toReversed()
}

/** What `to` gives to a reference in `from`; null when it may not be referred to there, or is not in the document. */
export function scopeForm(doc: IntegrationDoc, from: StepId, to: StepId): ScopeForm | null {
  if (from === to) return null
  const { positions, flows } = treeIndexOf(doc)
  const flow = flows.get(from)
  if (flow && doc.flows[flow]?.trigger === to) return 'result'
  const target = positions.get(to)
  if (!target) return null
  for (let at = positions.get(from); at; at = 'step' in at.place ? positions.get(at.place.step) : undefined) {
    if (samePlace(at.place, target.place)) return target.index < at.index ? 'result' : null
    if ('step' in at.place && at.place.step === to) {
      const container = doc.steps[to]
      return container ? formInside(container, at.place.arm) : null
    }
  }
  return null
}

/** Whether a step may refer to another. */
export const isInScope = (doc: IntegrationDoc, from: StepId, to: StepId): boolean => scopeForm(doc, from, to) !== null
