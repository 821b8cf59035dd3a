import { ok, type Result, type Problem } from '#base'
import {
  diffDocs,
  type EditHistory,
  type HistoryEntry,
  type IntegrationDoc,
  type IntegrationId,
  type StepId,
} from '#domain'
import { applyAll, labelOf, recordEntry, redo, undo, type HistoryStep, type Operation } from '#operations'
import type { StoreApi } from 'zustand'
import { flowOfChange } from './flow-of-change.ts'
import type { Claim, StoredDocument, WorkbenchPorts } from './ports.ts'
import type { DispatchOptions, DocumentSlice, WorkbenchState } from './workbench-state.ts'

type Store = Pick<StoreApi<WorkbenchState>, 'getState' | 'setState'>

/** What the document slice needs beside the store. */
export interface DocumentSliceContext {
  readonly ports: WorkbenchPorts
  readonly loaded: StoredDocument
  readonly claim: Claim
  readonly flush: () => Promise<void>
  /** Tells that a state of the document is stored somewhere, so that nobody need worry about it. */
  readonly setStored: (document: Pick<StoredDocument, 'doc' | 'history'>) => void
}

/** The document, its history and the one way to change it. */
export function createDocumentSlice(store: Store, context: DocumentSliceContext): DocumentSlice {
  const { ports, loaded } = context
  return {
    doc: loaded.doc,
    history: loaded.history,
    revision: loaded.revision,
    mode: 'read-only',
    save: { status: 'saved', problem: null },
    dispatch: (operations, options = {}) =>
      edit(store, ports, Array.isArray(operations) ? operations : [operations as Operation], options),
    undo: () => step(store, undo),
    redo: () => step(store, redo),
    flush: context.flush,
    takeOver: () => context.claim.takeOver(),
    keepAsCopy: async (name) => {
      const { doc, history } = store.getState()
      const id = ports.environment.createId('int') as IntegrationId
      const created = await ports.documents.create({ ...doc, id, name })
      if (!created.ok) return created
      context.setStored({ doc, history })
      return ok(id)
    },
  }
}

function edit(
  store: Store,
  ports: WorkbenchPorts,
  operations: readonly Operation[],
  options: DispatchOptions,
): Result<void, Problem> {
  const state = store.getState()
  if (state.mode === 'read-only') {
    return { ok: false, error: { code: 'read-only', params: {}, at: { integration: state.doc.id } } }
  }
  const applied = applyAll(state.doc, operations)
  if (!applied.ok) return applied
  const diff = diffDocs(state.doc, applied.value)
  const selection = selectionIn(applied.value, options.select ?? state.selection, state.selection)
  if (diff.length > 0) {
    const entry: HistoryEntry = {
      label: options.label ?? labelOf(state.doc, operations),
      mergeKey: options.mergeKey ?? null,
      diff: [...diff],
      selectionBefore: [...state.selection],
      selectionAfter: [...selection],
      at: ports.environment.now(),
    }
    store.setState({
      doc: applied.value,
      history: recordEntry(state.history, entry),
      selection,
      ...sessionFor(state, applied.value),
    })
  } else if (selection !== state.selection) store.setState({ selection })
  return ok(undefined)
}

/** The wanted steps that there are: the very list there was when it says the same, so that nothing renders for it. */
function selectionIn(doc: IntegrationDoc, wanted: readonly StepId[], current: readonly StepId[]): readonly StepId[] {
  const there = wanted.filter((id) => id in doc.steps)
  return there.length === current.length && there.every((id, index) => id === current[index]) ? current : there
}

type Move = (history: EditHistory, doc: IntegrationDoc) => HistoryStep | undefined

/** Undo or redo; the selection goes back to what it was before, or after, that edit, and its flow is shown. */
function step(store: Store, move: Move): void {
  const state = store.getState()
  if (state.mode === 'read-only') return
  const moved = move(state.history, state.doc)
  if (!moved) return
  const { doc, history, entry } = moved
  const wanted = move === undo ? entry?.selectionBefore : entry?.selectionAfter
  const selection = selectionIn(doc, wanted ?? state.selection, state.selection)
  const session = sessionFor(state, doc)
  const flow = flowOfChange(doc, entry?.diff ?? [], session.flow ?? state.flow)
  store.setState({ doc, history, selection, ...session, flow })
}

/** Keeps what is looked at valid when the flow that was open is gone. */
export function sessionFor(state: WorkbenchState, doc: IntegrationDoc): Partial<WorkbenchState> {
  const [first] = doc.flowOrder
  const insertAt = state.insertAt ? { insertAt: null } : {}
  if (state.flow in doc.flows || first === undefined) return insertAt
  return { flow: first, ...insertAt }
}
