import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import { useStepSessionStore } from '../steps/step-session.ts'
import type { FlowLayout } from './layout/flow-layout.ts'
import { revealed } from './viewport/fit-viewport.ts'

/** Below this scale what gets the focus could not be read, so the view comes nearer. */
const READABLE = 0.5

/** Moves the view to whatever is to get the focus: it can only take it once it is drawn. */
export function useRevealFocus(layout: RefObject<FlowLayout>): void {
  const session = useStepSessionStore()
  const flow = useReactFlow()
  const flowStore = useStoreApi()
  useEffect(() => {
    const reveal = () => {
      const { focus } = session.getState()
      if (!focus || focus.ask === 'nothing') return
      const node = layout.current.nodes.find(({ id }) => id === focus.id)
      if (!node) return
      const { width, height } = flowStore.getState()
      const from = flow.getViewport()
      const zoom = Math.max(READABLE, from.zoom)
      const near = { x: from.x * (zoom / from.zoom), y: from.y * (zoom / from.zoom), zoom }
      const to = revealed(node, { width, height }, near)
      if (to.x !== from.x || to.y !== from.y || to.zoom !== from.zoom) void flow.setViewport(to)
    }
    // What was just added is in the next picture, which is there after this turn.
    return session.subscribe(({ focus }, before) => {
      if (focus !== before.focus && focus && focus.ask !== 'nothing') queueMicrotask(reveal)
    })
  }, [session, flow, flowStore, layout])
}
