import { useWorkbenchStore, type WorkbenchState } from '#workbench'
import { useStore } from 'zustand'
import { createStore, type StoreApi } from 'zustand/vanilla'

/** How many recently added kinds of step the palette shows on top. */
const RECENT = 4

const recents = new WeakMap<StoreApi<WorkbenchState>, StoreApi<readonly string[]>>()

function recentOf(workbench: StoreApi<WorkbenchState>): StoreApi<readonly string[]> {
  const known = recents.get(workbench)
  if (known) return known
  const recent = createStore<readonly string[]>()(() => [])
  recents.set(workbench, recent)
  return recent
}

/** Puts a kind of step on top of the recently added ones. */
export function rememberRecent(workbench: StoreApi<WorkbenchState>, id: string): void {
  const recent = recentOf(workbench)
  recent.setState([id, ...recent.getState().filter((other) => other !== id)].slice(0, RECENT), true)
}

/** The ids of the kinds of step added last in this session, newest first. */
export const useRecentSteps = (): readonly string[] => useStore(recentOf(useWorkbenchStore()))
