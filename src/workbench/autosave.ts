import type { StoreApi } from 'zustand'
import type { Unsubscribe, WorkbenchPorts } from './ports.ts'
import type { WorkbenchState } from './workbench-state.ts'

/** Writes of a burst of edits begin at least this many milliseconds apart; well below the 300 within which all is stored. */
const BETWEEN_WRITES_MS = 150

/** Writes the document and its history after every edit, one write at a time. */
export interface Autosave {
  /** Resolves when everything up to now is stored, or could not be. */
  readonly flush: () => Promise<void>
  readonly stop: Unsubscribe
}

/** Starts saving what changes in a store. A write that fails keeps the work in memory and is tried again with the next edit or flush. */
export function startAutosave(store: StoreApi<WorkbenchState>, ports: WorkbenchPorts): Autosave {
  let stored = store.getState().doc
  let storedHistory = store.getState().history
  let cancelTimer: Unsubscribe | null = null
  let writing: Promise<void> | null = null
  let begunAt = Number.NEGATIVE_INFINITY

  const isDirty = () => store.getState().doc !== stored || store.getState().history !== storedHistory

  const write = async (): Promise<void> => {
    const { doc, history, revision } = store.getState()
    begunAt = ports.environment.now()
    store.setState({ save: { status: 'saving', problem: null } })
    const saved = await ports.documents.save({ doc, history, revision })
    if (saved.ok) {
      stored = doc
      storedHistory = history
      store.setState({ revision: saved.value, save: { status: isDirty() ? 'saving' : 'saved', problem: null } })
    } else {
      store.setState({ save: { status: 'unsaved', problem: saved.error } })
    }
  }

  const writeAll = async (): Promise<void> => {
    try {
      while (isDirty()) {
        await write()
        if (store.getState().save.status === 'unsaved') return
      }
    } finally {
      writing = null
    }
  }

  // Whoever asks joins the write that is under way: two at once would be based on the same revision, and conflict.
  const flush = async (): Promise<void> => {
    cancelTimer?.()
    cancelTimer = null
    if (!writing && isDirty()) writing = writeAll()
    await writing
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.doc === before.doc && state.history === before.history) return
    if (state.mode === 'read-only') {
      stored = state.doc
      storedHistory = state.history
      return
    }
    if (!isDirty()) return
    if (state.save.status === 'saved') store.setState({ save: { status: 'saving', problem: null } })
    const wait = Math.max(0, begunAt + BETWEEN_WRITES_MS - ports.environment.now())
    cancelTimer ??= ports.environment.setTimer(
      () => {
        cancelTimer = null
        void flush()
      },
      Math.min(wait, BETWEEN_WRITES_MS),
    )
  })

  return {
    flush,
    stop: () => {
      unsubscribe()
      cancelTimer?.()
      cancelTimer = null
    },
  }
}
