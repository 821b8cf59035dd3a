import type { FlowId } from '#domain'
import type { StoreApi } from 'zustand'
import type { SessionSlice, WorkbenchState } from './workbench-state.ts'

/** What is looked at: open flow, selection, panels. */
export function createSessionSlice(
  { setState, getState }: Pick<StoreApi<WorkbenchState>, 'getState' | 'setState'>,
  flow: FlowId,
): SessionSlice {
  return {
    flow,
    selection: [],
    collapsed: new Set(),
    inspectorTab: 'configure',
    leftPanel: 'palette',
    runPanelOpen: false,
    insertAt: null,
    openFlow: (next) => setState({ flow: next, selection: [], insertAt: null }),
    select: (selection) => setState({ selection }),
    toggleCollapsed: (step) => {
      const collapsed = new Set(getState().collapsed)
      if (!collapsed.delete(step)) collapsed.add(step)
      setState({ collapsed })
    },
    setInspectorTab: (inspectorTab) => setState({ inspectorTab }),
    setLeftPanel: (leftPanel) => setState({ leftPanel }),
    setRunPanelOpen: (runPanelOpen) => setState({ runPanelOpen }),
    setInsertAt: (insertAt) => setState({ insertAt }),
  }
}
