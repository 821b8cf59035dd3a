import { must } from '#base'
import { createContext, useContext, type ReactNode } from 'react'
import { useStore, type StoreApi } from 'zustand'
import type { WorkbenchPorts } from './ports.ts'
import type { WorkbenchState } from './workbench-state.ts'
import type { WorkspaceState } from './workspace-state.ts'

const PortsContext = createContext<WorkbenchPorts | null>(null)
const WorkspaceContext = createContext<StoreApi<WorkspaceState> | null>(null)
const WorkbenchContext = createContext<StoreApi<WorkbenchState> | null>(null)

/** Gives the screens below it the host's ports and the workspace. */
export function WorkspaceProvider(props: {
  readonly ports: WorkbenchPorts
  readonly store: StoreApi<WorkspaceState>
  readonly children: ReactNode
}) {
  return (
    <PortsContext value={props.ports}>
      <WorkspaceContext value={props.store}>{props.children}</WorkspaceContext>
    </PortsContext>
  )
}

/** Gives the screens below it one editing session. */
export function WorkbenchProvider(props: { readonly store: StoreApi<WorkbenchState>; readonly children: ReactNode }) {
  return <WorkbenchContext value={props.store}>{props.children}</WorkbenchContext>
}

/** The host's ports. */
export function usePorts(): WorkbenchPorts {
  return must(useContext(PortsContext), 'usePorts is below a WorkspaceProvider')
}

/** The editing session's store itself: for handlers that read the state at the time of the event. */
export function useWorkbenchStore(): StoreApi<WorkbenchState> {
  return must(useContext(WorkbenchContext), 'useWorkbench is below a WorkbenchProvider')
}

/** A part of the editing session; renders again only when that part changes. */
export function useWorkbench<T>(selector: (state: WorkbenchState) => T): T {
  return useStore(useWorkbenchStore(), selector)
}

/** The workspace's store itself. */
export function useWorkspaceStore(): StoreApi<WorkspaceState> {
  return must(useContext(WorkspaceContext), 'useWorkspace is below a WorkspaceProvider')
}

/** A part of the workspace. */
export function useWorkspace<T>(selector: (state: WorkspaceState) => T): T {
  return useStore(useWorkspaceStore(), selector)
}
