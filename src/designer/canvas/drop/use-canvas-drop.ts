import { usePorts, useWorkbenchStore } from '#workbench'
import { useTranslation } from '#texts'
import { useReactFlow, useStoreApi } from '@xyflow/react'
import { useEffect, type RefObject } from 'react'
import type { StoreApi } from 'zustand'
import { gapKey } from '../../steps/gap-key.ts'
import { planAdd } from '../../steps/plan-add.ts'
import { useStepSessionStore, type Drag } from '../../steps/step-session.ts'
import { useStepCommands } from '../../steps/use-step-commands.ts'
import type { FlowLayout } from '../layout/flow-layout.ts'
import type { DropBoard } from './drop-context.ts'
import { dropPoints, dropTarget, type DropLoad, type DropPoint } from './drop-points.ts'
import { panSpeed } from './pan-speed.ts'

export interface CanvasDropContext {
  readonly canvas: RefObject<HTMLElement | null>
  readonly layout: RefObject<FlowLayout>
  readonly board: StoreApi<DropBoard>
}

/** Lets what is dragged anywhere in the editor be dropped on the canvas. */
export function useCanvasDrop({ canvas, layout, board }: CanvasDropContext): void {
  const session = useStepSessionStore()
  const workbench = useWorkbenchStore()
  const commands = useStepCommands()
  const flow = useReactFlow()
  const flowStore = useStoreApi()
  const { createId } = usePorts().environment
  const { t } = useTranslation()
  useEffect(() => {
    let points: readonly DropPoint[] = []
    let frame = 0
    const loadOf = ({ load }: Drag): DropLoad => {
      if (load.kind === 'steps') return { steps: load.steps }
      const { doc, flow: open } = workbench.getState()
      // Only asked about, never added: its ids need not be new.
      const made = planAdd(load.addable, { place: { flow: open }, index: 0 }, { doc, flow: open, createId, t })
      return { addTo: (place) => ({ ...made, to: { place, index: 0 } }) }
    }
    const begin = (drag: Drag) => {
      if (workbench.getState().mode === 'read-only') return
      points = dropPoints(workbench.getState().doc, layout.current, loadOf(drag))
      board.setState({ points: new Map(points.map((point) => [point.key, point])), target: null })
      frame = requestAnimationFrame(pan)
    }
    const targetOf = ({ x, y }: Drag): DropPoint | undefined => {
      const box = canvas.current?.getBoundingClientRect()
      if (!box || x < box.left || x > box.right || y < box.top || y > box.bottom) return undefined
      return dropTarget(points, flow.screenToFlowPosition({ x, y }), flow.getZoom())
    }
    const mark = (drag: Drag) => {
      const point = targetOf(drag)
      const target = point ? gapKey(point.place, point.index) : null
      if (board.getState().target !== target) board.setState({ target })
    }
    const pan = () => {
      const { drag } = session.getState()
      const box = canvas.current?.getBoundingClientRect()
      if (!drag || !box) return
      const by = panSpeed(drag, box)
      if (by.x !== 0 || by.y !== 0) {
        void flowStore.getState().panBy(by)
        mark(drag)
      }
      frame = requestAnimationFrame(pan)
    }
    const drop = (drag: Drag) => {
      const point = targetOf(drag)
      finish()
      if (!point) return
      const { place, index } = point
      if (drag.load.kind === 'new') commands.add(drag.load.addable, { place, index })
      else commands.move(drag.load.steps, { place, index })
    }
    const finish = () => {
      cancelAnimationFrame(frame)
      points = []
      if (board.getState().points) board.setState({ points: null, target: null })
    }
    const stop = session.subscribe(({ drag }, before) => {
      if (drag === before.drag) return
      if (!drag) finish()
      else if (drag.isDropped) drop(drag)
      else {
        if (!before.drag) begin(drag)
        mark(drag)
      }
    })
    return () => {
      stop()
      finish()
    }
  }, [canvas, layout, board, session, workbench, commands, flow, flowStore, createId, t])
}
