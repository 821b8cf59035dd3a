import type { Problem, Result } from '#base'
import { must, ok } from '#base'
import type { IntegrationId } from '#domain'
import { createStore, type StoreApi } from 'zustand'
import { startAutosave, type Autosave } from './autosave.ts'
import { createDocumentSlice, sessionFor } from './document-slice.ts'
import type { Claim, StoredDocument, Unsubscribe, WorkbenchPorts } from './ports.ts'
import { createRunSlice, loadRuns } from './run-slice.ts'
import { createSessionSlice } from './session-slice.ts'
import type { WorkbenchState } from './workbench-state.ts'

/** One editing session: its store, and how to end it. */
export interface Workbench {
  readonly store: StoreApi<WorkbenchState>
  /** Stores what is pending, lets the document go and stops a run. */
  readonly close: () => Promise<void>
}

/** Opens a document for editing; read-only while another tab edits it. Fails when it cannot be loaded. */
export async function openWorkbench(ports: WorkbenchPorts, id: IntegrationId): Promise<Result<Workbench, Problem>> {
  const loaded = await ports.documents.load(id)
  if (!loaded.ok) return loaded
  let claim: Claim | null = null
  let autosave: Autosave | null = null
  const store = createStore<WorkbenchState>()((setState, getState) => ({
    ...createDocumentSlice(
      { setState, getState },
      { ports, loaded: loaded.value, claim: () => claim, flush: async () => autosave?.flush() },
    ),
    ...createSessionSlice({ setState, getState }, must(loaded.value.doc.flowOrder[0], 'a document has a flow')),
    ...createRunSlice({ setState, getState }, ports),
  }))
  autosave = startAutosave(store, ports)
  const stopFollowing = followWhileReadOnly(store, ports, id)
  claim = await ports.documents.claim(id, {
    onChange: (mode) => void setMode(store, ports, id, mode),
    onHandOver: async () => autosave?.flush(),
  })
  if (claim.mode === 'editing') store.setState({ mode: 'editing' })
  const stopFlows = store.subscribe((state, before) => {
    if (state.flow !== before.flow) void loadRuns(store, ports)
  })
  await loadRuns(store, ports)
  return ok({
    store,
    close: async () => {
      store.getState().stop()
      await autosave?.flush()
      autosave?.stop()
      stopFollowing()
      stopFlows()
      claim?.release()
    },
  })
}

/** Shows what another tab stores. Who edits does not listen: each save would come back and be read for nothing. */
function followWhileReadOnly(store: StoreApi<WorkbenchState>, ports: WorkbenchPorts, id: IntegrationId): Unsubscribe {
  let stopWatching: Unsubscribe | null = null
  const show = ({ doc, history, revision }: StoredDocument) => {
    const state = store.getState()
    if (state.mode === 'editing' || revision <= state.revision) return
    store.setState({ doc, history, revision, ...sessionFor(state, doc) })
    store.setState({ selection: state.selection.filter((step) => step in doc.steps) })
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

/** Getting the document reads what the other tab stored last. */
async function setMode(
  store: StoreApi<WorkbenchState>,
  ports: WorkbenchPorts,
  id: IntegrationId,
  mode: Claim['mode'],
): Promise<void> {
  if (mode === 'editing') {
    const newest = await ports.documents.load(id)
    if (newest.ok && newest.value.revision > store.getState().revision) {
      const { doc, history, revision } = newest.value
      store.setState({ doc, history, revision, ...sessionFor(store.getState(), doc) })
    }
  }
  store.setState({ mode })
}
