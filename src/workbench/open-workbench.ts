import type { Problem, Result } from '#base'
import { must, ok } from '#base'
import type { IntegrationId } from '#domain'
import { createStore, type StoreApi } from 'zustand'
import { startAutosave, type Autosave } from './autosave.ts'
import { createDocumentSlice } from './document-slice.ts'
import { createEditMode, followWhileReadOnly, type EditMode } from './edit-mode.ts'
import type { Claim, StoredDocument, WorkbenchPorts } from './ports.ts'
import { createRunSlice, loadRuns } from './run-slice.ts'
import { createSessionSlice } from './session-slice.ts'
import { createSideWrites } from './side-writes.ts'
import type { WorkbenchState } from './workbench-state.ts'

/** One editing session: its store, and how to end it. */
export interface Workbench {
  readonly store: StoreApi<WorkbenchState>
  /** Stores what is pending, lets the document go and stops a run. */
  readonly close: () => Promise<void>
}

/** Opens a document for editing; read-only while another tab edits it. Fails when it cannot be loaded. */
export async function openWorkbench(ports: WorkbenchPorts, id: IntegrationId): Promise<Result<Workbench, Problem>> {
  let mode: EditMode | null = null
  // What becomes of the claim before there is a session.
  const early = { isChanged: false, isHandedOver: false }
  const claim = await ports.documents.claim(id, {
    onChange: (next) => {
      early.isChanged = true
      early.isHandedOver = false
      void mode?.set(next)
    },
    onHandOver: async () => {
      early.isHandedOver = true
      return mode?.handOver() ?? 'saved'
    },
  })
  try {
    // After the claim: what was loaded before it, the tab that let go may have saved over.
    const loaded = await ports.documents.load(id)
    if (!loaded.ok) {
      claim.release()
      return loaded
    }
    const session = createSession(ports, loaded.value, claim)
    mode = session.mode
    if (early.isChanged) await mode.set(claim.mode)
    else if (!early.isHandedOver) session.store.setState({ mode: claim.mode })
    await loadRuns(session.store, ports)
    return ok(session)
  } catch (error) {
    claim.release()
    throw error
  }
}

function createSession(
  ports: WorkbenchPorts,
  loaded: StoredDocument,
  claim: Claim,
): Workbench & { readonly mode: EditMode } {
  let autosave: Autosave | null = null
  const { id } = loaded.doc
  const mayWrite = () => claim.mode === 'editing'
  const store = createStore<WorkbenchState>()((setState, getState) => {
    const writes = createSideWrites((testData) => setState({ testData }), mayWrite)
    return {
      ...createDocumentSlice(
        { setState, getState },
        {
          ports,
          loaded,
          claim,
          flush: async () => void (await Promise.all([autosave?.flush(), writes.flush()])),
          setStored: (document) => autosave?.setStored(document),
        },
      ),
      ...createSessionSlice({ setState, getState }, must(loaded.doc.flowOrder[0], 'a document has a flow')),
      ...createRunSlice({ setState, getState }, ports, writes),
    }
  })
  const saving = startAutosave(store, ports, mayWrite)
  autosave = saving
  const stopFollowing = followWhileReadOnly(store, ports, id, saving)
  const stopFlows = store.subscribe((state, before) => {
    if (state.flow !== before.flow) void loadRuns(store, ports)
  })
  return {
    store,
    mode: createEditMode(store, ports, id, saving),
    close: async () => {
      store.getState().stop()
      try {
        await store.getState().flush()
      } finally {
        saving.stop()
        stopFollowing()
        stopFlows()
        claim.release()
      }
    },
  }
}
