import type { StepId } from '#domain'
import { useWorkbenchStore } from '#workbench'
import { useReactFlow } from '@xyflow/react'
import { useMemo, type MouseEvent } from 'react'
import { requestFocus, useStepSessionStore } from '../steps/step-session.ts'
import type { FlowLayout, Point } from './layout/flow-layout.ts'
import { isCalm } from './viewport/is-calm.ts'

/** Presses on the overview, which has no elements of its own for steps. */
export interface OverviewPointer {
  /** Selects the step under the pointer; false when there is none. */
  readonly click: (event: MouseEvent) => boolean
  /** Goes to the step under the pointer at a size where it can be read. */
  readonly doubleClick: (event: MouseEvent) => void
}

/** Finds steps by their place in the picture; does nothing while nodes are drawn. */
export function useOverviewPointer(layout: FlowLayout | null): OverviewPointer {
  const flow = useReactFlow()
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  return useMemo(() => {
    const stepUnder = ({ clientX, clientY }: MouseEvent): StepId | undefined =>
      layout ? stepAt(layout, flow.screenToFlowPosition({ x: clientX, y: clientY })) : undefined
    return {
      click: (event) => {
        const step = stepUnder(event)
        if (step === undefined) return false
        workbench.getState().select([step])
        return true
      },
      doubleClick: (event) => {
        const step = stepUnder(event)
        if (step === undefined) return
        const { x, y } = flow.screenToFlowPosition({ x: event.clientX, y: event.clientY })
        void flow.setCenter(x, y, { zoom: 1, duration: isCalm() ? 0 : 180 }).then(() => requestFocus(session, step))
      },
    }
  }, [layout, flow, workbench, session])
}

/** The step at a point of the picture. */
function stepAt(layout: FlowLayout, { x, y }: Point): StepId | undefined {
  const hit = layout.nodes.find(
    (node) =>
      node.kind === 'step' && x >= node.x && x <= node.x + node.width && y >= node.y && y <= node.y + node.height,
  )
  return hit?.step ?? undefined
}
