import { useWorkbenchStore } from '#workbench'
import { useReactFlow, useStoreApi, type Viewport } from '@xyflow/react'
import { useMemo, type RefObject } from 'react'
import type { FlowLayout, LayoutNode } from '../layout/flow-layout.ts'
import { centredAt, firstViewport, fitViewport, MAX_ZOOM, MIN_ZOOM, type Box } from './fit-viewport.ts'
import { isCalm } from './is-calm.ts'

/** What can be done with the view of the flow. */
export interface ViewCommands {
  readonly zoomIn: () => void
  readonly zoomOut: () => void
  readonly actualSize: () => void
  readonly fit: () => void
  readonly fitSelection: () => void
  /** As the flow is first shown. */
  readonly reset: () => void
  /** Puts a point of the flow in the middle. */
  readonly centre: (x: number, y: number, zoom?: number) => void
}

/** Milliseconds a change of the view takes; the system's wish for less motion is kept. */
const DURATION = 180

/** The view's commands; the same object for the life of the canvas. */
export function useViewCommands(layout: RefObject<FlowLayout>): ViewCommands {
  const flow = useReactFlow()
  const flowStore = useStoreApi()
  const workbench = useWorkbenchStore()
  return useMemo(() => {
    const size = () => {
      const { width, height } = flowStore.getState()
      return { width, height }
    }
    const go = (viewport: Viewport, duration = DURATION) => {
      void flow.setViewport(viewport, { duration: isCalm() ? 0 : duration })
    }
    const zoomTo = (zoom: number) => {
      const { width, height } = size()
      const { x, y, zoom: now } = flow.getViewport()
      go(centredAt({ x: (width / 2 - x) / now, y: (height / 2 - y) / now }, size(), zoom))
    }
    const fit = () => go(fitViewport(layout.current, size()))
    return {
      zoomIn: () => zoomTo(Math.min(MAX_ZOOM, flow.getZoom() * 1.25)),
      zoomOut: () => zoomTo(Math.max(MIN_ZOOM, flow.getZoom() / 1.25)),
      actualSize: () => zoomTo(1),
      fit,
      fitSelection: () => {
        const selected = new Set<string>(workbench.getState().selection)
        const box = boxOf(layout.current.nodes.filter(({ id }) => selected.has(id)))
        if (box) go(fitViewport(box, size()))
        else fit()
      },
      reset: () => go(firstViewport(layout.current, size()), 0),
      centre: (x, y, zoom) =>
        go(centredAt({ x, y }, size(), zoom ?? flow.getZoom()), zoom === undefined ? 0 : DURATION),
    }
  }, [flow, flowStore, workbench, layout])
}

/** The box around nodes; `undefined` around none. */
function boxOf(nodes: readonly LayoutNode[]): Box | undefined {
  if (nodes.length === 0) return undefined
  const x = Math.min(...nodes.map((node) => node.x))
  const y = Math.min(...nodes.map((node) => node.y))
  const right = Math.max(...nodes.map((node) => node.x + node.width))
  const bottom = Math.max(...nodes.map((node) => node.y + node.height))
  return { x, y, width: right - x, height: bottom - y }
}
