import { flowOf, positionOf, type IntegrationDoc, type Position, type StepId } from '#domain'
import type { TFunction } from '#texts'
import type { WorkbenchState } from '#workbench'
import type { StoreApi } from 'zustand'
import { gapKey } from './gap-key.ts'
import type { StepSession } from './step-session.ts'
import { insertWords } from './step-words.ts'

export interface OpenAdd {
  readonly workbench: StoreApi<WorkbenchState>
  readonly session: StoreApi<StepSession>
  readonly position: Position
  /** The step before the gap; null at the start of an arm. */
  readonly after: StepId | null
  /** What the palette opens beside. */
  readonly anchor: Element
  readonly t: TFunction
}

/** Opens the palette at a gap. */
export function openAdd({ workbench, session, position, after, anchor, t }: OpenAdd): void {
  const { place, index } = position
  const name = insertWords(workbench.getState().doc, place, after, t)
  session.setState({ adding: { key: gapKey(place, index), position: { place, index }, name, anchor } })
}

/** The gap after a step; after a trigger, the first of its flow. */
export function gapAfter(doc: IntegrationDoc, step: StepId): Position | undefined {
  const at = positionOf(doc, step)
  if (at) return { place: at.place, index: at.index + 1 }
  const flow = flowOf(doc, step)
  return flow && { place: { flow }, index: 0 }
}
