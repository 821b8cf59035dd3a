import type { IntegrationId } from '#domain'
import type { StoreApi } from 'zustand'
import type { Autosave } from './autosave.ts'
import { hasUnsavedWork } from './has-unsaved-work.ts'
import type { Claim, HandOver, StoredDocument, Unsubscribe, WorkbenchPorts } from './ports.ts'
import { loadRuns } from './run-slice.ts'
import type { WorkbenchState } from './workbench-state.ts'

/** Whether the session edits or looks on, in step with its claim. */
export interface EditMode {
  /** Follows a change of the claim. */
  readonly set: (mode: Claim['mode']) => Promise<void>
  /** Ends editing and stores what is pending. */
  readonly handOver: () => Promise<HandOver>
}

/** The mode of one session. Work that is not stored is never replaced by what is. */
export function createEditMode(
  store: StoreApi<WorkbenchState>,
  ports: WorkbenchPorts,
  id: IntegrationId,
  autosave: Autosave,
): EditMode {
  let turn = 0
  return {
    set: async (mode) => {
      turn += 1
      const mine = turn
      if (mode === 'editing') {
        // Who edits begins with what the other tab stored last.
        if (!autosave.isDirty()) {
          const newest = await ports.documents.load(id)
          if (mine !== turn) return
          if (newest.ok && newest.value.revision > store.getState().revision) autosave.adopt(newest.value)
        }
        if (store.getState().testData.status !== 'unsaved') await loadRuns(store, ports)
        // The claim may have changed again while this was being read.
        if (mine !== turn) return
      }
      store.setState({ mode })
      await autosave.flush()
    },
    handOver: async () => {
      turn += 1
      // Whatever were typed from now on, the other tab would begin without it.
      store.setState({ mode: 'read-only' })
      await store.getState().flush()
      return hasUnsavedWork(store.getState()) ? 'unsaved' : 'saved'
    },
  }
}

/** Shows what another tab stores. Who edits does not listen: each save would come back and be read for nothing. */
export function followWhileReadOnly(
  store: StoreApi<WorkbenchState>,
  ports: WorkbenchPorts,
  id: IntegrationId,
  autosave: Autosave,
): Unsubscribe {
  let stopWatching: Unsubscribe | null = null
  const show = (stored: StoredDocument) => {
    const { mode, revision } = store.getState()
    if (mode === 'editing' || autosave.isDirty() || stored.revision <= revision) return
    autosave.adopt(stored)
  }
  const listen = (mode: WorkbenchState['mode']) => {
    if (mode === 'read-only') stopWatching ??= ports.documents.watch(id, show)
    else {
      stopWatching?.()
      stopWatching = null
    }
  }
  listen(store.getState().mode)
  const stopModes = store.subscribe(({ mode }, before) => {
    if (mode !== before.mode) listen(mode)
  })
  return () => {
    stopModes()
    stopWatching?.()
  }
}
