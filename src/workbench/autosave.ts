import { problem } from '#base'
import type { StoreApi } from 'zustand'
import { sessionFor } from './document-slice.ts'
import type { StoredDocument, Unsubscribe, WorkbenchPorts } from './ports.ts'
import type { WorkbenchState } from './workbench-state.ts'

/** Writes of a burst of edits begin at least this many milliseconds apart; well below the 300 within which all is stored. */
const BETWEEN_WRITES_MS = 150

/** Writes the document and its history after every edit, one write at a time. */
export interface Autosave {
  /** Resolves when everything up to now is stored, or could not be. */
  readonly flush: () => Promise<void>
  /** Whether there are edits that are not stored. */
  readonly isDirty: () => boolean
  /** Shows what is stored in place of what was shown, which has to be stored. */
  readonly adopt: (document: StoredDocument) => void
  /** Tells that a state of the document is stored somewhere else. */
  readonly setStored: (document: Pick<StoredDocument, 'doc' | 'history'>) => void
  readonly stop: Unsubscribe
}

/**
 * Starts saving what changes in a store. A write that fails keeps the work in memory and is tried again with the next edit
 * or flush. Where another tab has the claim, so that `mayWrite` is false, nothing is written: edits that did not make it
 * before are the problem `taken-over`.
 */
export function startAutosave(
  store: StoreApi<WorkbenchState>,
  ports: WorkbenchPorts,
  mayWrite: () => boolean,
): Autosave {
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
      while (isDirty() && mayWrite()) {
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
    if (!writing && isDirty() && mayWrite()) writing = writeAll()
    await writing
    if (isDirty() && !mayWrite()) store.setState({ save: { status: 'unsaved', problem: problem('taken-over') } })
  }

  const unsubscribe = store.subscribe((state, before) => {
    if (state.doc === before.doc && state.history === before.history) return
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
    isDirty,
    adopt: ({ doc, history, revision }) => {
      stored = doc
      storedHistory = history
      const state = store.getState()
      const selection = state.selection.filter((step) => step in doc.steps)
      const save = { status: 'saved', problem: null } as const
      store.setState({ doc, history, revision, save, ...sessionFor(state, doc), selection })
    },
    setStored: ({ doc, history }) => {
      stored = doc
      storedHistory = history
      if (!isDirty()) store.setState({ save: { status: 'saved', problem: null } })
    },
    stop: () => {
      unsubscribe()
      cancelTimer?.()
      cancelTimer = null
    },
  }
}
