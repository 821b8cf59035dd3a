import type { Position, Reference, StepId } from '#domain'
import type { Operation } from '#operations'
import { useWorkbenchStore, type WorkbenchState } from '#workbench'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'
import type { AddableStep } from './addable-step.ts'

/** What is being dragged. */
export type DragLoad =
  | { readonly kind: 'new'; readonly addable: AddableStep }
  | { readonly kind: 'steps'; readonly steps: readonly StepId[] }

/** A drag under way; the pointer in client pixels. */
export interface Drag {
  readonly load: DragLoad
  readonly x: number
  readonly y: number
  /** The pointer was let go just now. */
  readonly isDropped: boolean
}

/** Where something is shown: beside an element, or at a point of the page. */
export type Anchor = Element | { readonly x: number; readonly y: number }

/** The palette that opens at a gap. */
export interface Adding {
  /** The gap, as `insertKey` names it. */
  readonly key: string
  readonly position: Position
  readonly name: string
  readonly anchor: Element
}

/** A question or choice about steps that stands before everything else; `keys` lists what keys do. */
export type StepDialog =
  | { readonly kind: 'keys' }
  | { readonly kind: 'move-to'; readonly steps: readonly StepId[] }
  | {
      readonly kind: 'breaks'
      readonly why: 'move' | 'delete'
      readonly operations: readonly Operation[]
      readonly references: readonly Reference[]
      readonly select: readonly StepId[]
    }

/** Where a step is shown. */
export type StepViewKind = 'canvas' | 'outline'

/** What canvas, outline and palette share while steps are worked on: nothing of it is stored or undone. */
export interface StepSession {
  readonly drag: Drag | null
  readonly adding: Adding | null
  readonly dialog: StepDialog | null
  readonly menu: { readonly step: StepId; readonly anchor: Anchor; readonly view: StepViewKind } | null
  /** The step or arm whose name is being edited, and in which view. */
  readonly renaming: { readonly id: string; readonly view: StepViewKind } | null
  /** The step on the canvas whose connection picker opens as soon as its node is drawn large enough to hold it. */
  readonly connecting: StepId | null
  /** The step or arm that has the focus on the canvas. `ask`: it is to be brought into view, or also to take the focus. */
  readonly focus: { readonly id: string; readonly ask: 'nothing' | 'reveal' | 'take' } | null
}

const sessions = new WeakMap<StoreApi<WorkbenchState>, StoreApi<StepSession>>()

/** The session that belongs to an editor: the same one for every view of it. */
function stepSessionOf(workbench: StoreApi<WorkbenchState>): StoreApi<StepSession> {
  const known = sessions.get(workbench)
  if (known) return known
  const session = createStore<StepSession>()(() => ({
    drag: null,
    adding: null,
    dialog: null,
    menu: null,
    renaming: null,
    connecting: null,
    focus: null,
  }))
  sessions.set(workbench, session)
  return session
}

/** The session's store itself: for handlers. */
export const useStepSessionStore = (): StoreApi<StepSession> => stepSessionOf(useWorkbenchStore())

/** A part of the session. */
export const useStepSession = <T>(selector: (session: StepSession) => T): T => useStore(useStepSessionStore(), selector)

/** Moves the canvas's focus to a step or arm. */
export function requestFocus(session: StoreApi<StepSession>, id: string): void {
  session.setState({ focus: { id, ask: 'take' } })
}

/** Brings a step into view on the canvas, and leaves the focus where it is. */
export function requestReveal(session: StoreApi<StepSession>, id: string): void {
  session.setState({ focus: { id, ask: 'reveal' } })
}
