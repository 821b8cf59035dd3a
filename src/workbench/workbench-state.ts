import type { Json, Problem, Result } from '#base'
import type { EditHistory, EditLabel, FlowId, IntegrationDoc, IntegrationId, Position, StepId } from '#domain'
import type { Operation } from '#operations'
import type { HandOver, TestPayload } from './ports.ts'
import type { RunView } from './run-view.ts'

/** How an edit enters the history. */
export interface DispatchOptions {
  /** What undo calls it; derived from the operations when left out. */
  readonly label?: EditLabel
  /** Edits with the same key that follow each other closely become one entry: one burst of typing. */
  readonly mergeKey?: string
  /** The selection after the edit. */
  readonly select?: readonly StepId[]
}

/** Whether all edits are stored. `problem` says why not. */
export interface SaveState {
  readonly status: 'saved' | 'saving' | 'unsaved'
  readonly problem: Problem | null
}

/** The document and every way to change it. */
export interface DocumentSlice {
  readonly doc: IntegrationDoc
  readonly history: EditHistory
  readonly revision: number
  readonly mode: 'editing' | 'read-only'
  readonly save: SaveState
  /** Applies operations as one undoable edit, or none of them. */
  readonly dispatch: (operations: Operation | readonly Operation[], options?: DispatchOptions) => Result<void, Problem>
  readonly undo: () => void
  readonly redo: () => void
  /** Writes what is not stored yet, now: the document, and what stands beside it. */
  readonly flush: () => Promise<void>
  /** Makes this tab the one that edits. Gives what the tab said that edited until now; null: nothing. */
  readonly takeOver: () => Promise<HandOver | null>
  /** Stores the document as it is here under a new id, where it cannot be stored under its own. Its edits are safe then. */
  readonly keepAsCopy: (name: string) => Promise<Result<IntegrationId, Problem>>
}

export type InspectorTab = 'configure' | 'errors' | 'details'
export type RunPanelTab = 'input' | 'output' | 'logs'

/** What is looked at; not part of the document and not undone. */
export interface SessionSlice {
  readonly flow: FlowId
  readonly selection: readonly StepId[]
  readonly collapsed: ReadonlySet<StepId>
  readonly inspectorTab: InspectorTab
  readonly leftPanel: 'palette' | 'outline'
  readonly runPanelOpen: boolean
  /** Where the palette adds: set by an edge's `+`; null: after the selected step, or at the end. */
  readonly insertAt: { readonly position: Position; readonly name: string } | null
  readonly openFlow: (flow: FlowId) => void
  readonly select: (steps: readonly StepId[]) => void
  readonly toggleCollapsed: (step: StepId) => void
  readonly setInspectorTab: (tab: InspectorTab) => void
  readonly setLeftPanel: (panel: SessionSlice['leftPanel']) => void
  readonly setRunPanelOpen: (open: boolean) => void
  readonly setInsertAt: (at: SessionSlice['insertAt']) => void
}

/** The test runner of this editor. */
export interface RunSlice {
  /** The run shown: under way or ended; null before the first. */
  readonly run: RunView | null
  /** Earlier runs of this integration, newest first. */
  readonly pastRuns: readonly RunView[]
  /** Outputs that stand in for running a step, by step. */
  readonly pins: Readonly<Record<StepId, Json>>
  /** Whether test runs make the retries a step asks for. */
  readonly retries: boolean
  /** The execution shown in the run panel. */
  readonly openStepRun: string | null
  readonly payloads: readonly TestPayload[]
  readonly payload: string | null
  /** Whether payloads, pins and runs are stored. */
  readonly testData: SaveState
  readonly start: (options?: { readonly until?: StepId; readonly given?: Readonly<Record<StepId, Json>> }) => void
  readonly stop: () => void
  readonly showRun: (run: string) => void
  readonly setOpenStepRun: (key: string | null) => void
  readonly setRetries: (on: boolean) => void
  readonly pin: (step: StepId, output: Json | null) => void
  readonly savePayload: (payload: TestPayload) => void
  readonly removePayload: (id: string) => void
  readonly choosePayload: (id: string | null) => void
}

/** One editing session. */
export type WorkbenchState = DocumentSlice & SessionSlice & RunSlice
