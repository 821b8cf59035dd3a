import type { StepId } from '#domain'
import { useWorkbenchStore } from '#workbench'
import { useReactFlow } from '@xyflow/react'
import { useEffect, useState, type RefObject } from 'react'
import type { FlowLayout, Point } from './layout/flow-layout.ts'

export interface MarqueeProps {
  readonly layout: RefObject<FlowLayout>
  readonly canvas: RefObject<HTMLElement | null>
  /** Drags on the empty canvas select instead of panning; with Shift they always do. */
  readonly isOn: boolean
  readonly onDone: () => void
}

interface Frame {
  readonly from: Point
  readonly to: Point
}

/** Selects the steps that a frame, drawn with the pointer, touches. */
export function Marquee({ layout, canvas, isOn, onDone }: MarqueeProps) {
  const [frame, setFrame] = useState<Frame | null>(null)
  const flow = useReactFlow()
  const workbench = useWorkbenchStore()
  useEffect(() => {
    const element = canvas.current
    if (!element) return
    const press = (event: MouseEvent) => {
      const onPane = event.target instanceof Element && event.target.closest('.react-flow__pane') !== null
      const onNode = event.target instanceof Element && event.target.closest('.react-flow__node, button') !== null
      if (event.button !== 0 || !onPane || onNode || !(isOn || event.shiftKey)) return
      // Not a pan: React Flow must not see this press.
      event.stopPropagation()
      event.preventDefault()
      element.focus({ preventScroll: true })
      const from = { x: event.clientX, y: event.clientY }
      const before = event.shiftKey ? workbench.getState().selection : []
      const move = ({ clientX, clientY }: MouseEvent) => {
        const to = { x: clientX, y: clientY }
        setFrame({ from, to })
        const touched = stepsTouched(layout.current, flow.screenToFlowPosition(from), flow.screenToFlowPosition(to))
        const selection = [...before, ...touched.filter((id) => !before.includes(id))]
        const now = workbench.getState().selection
        if (selection.length !== now.length || selection.some((id, index) => id !== now[index])) {
          workbench.getState().select(selection)
        }
      }
      const end = () => {
        window.removeEventListener('mousemove', move)
        window.removeEventListener('mouseup', end)
        setFrame(null)
        onDone()
        swallowNextClick()
      }
      window.addEventListener('mousemove', move)
      window.addEventListener('mouseup', end)
    }
    element.addEventListener('mousedown', press, true)
    return () => element.removeEventListener('mousedown', press, true)
  }, [canvas, flow, isOn, layout, onDone, workbench])
  if (!frame) return null
  const { from, to } = frame
  return (
    <div
      aria-hidden
      className="pointer-events-none fixed z-20 rounded-xs border border-accent bg-accent/10"
      style={{
        left: Math.min(from.x, to.x),
        top: Math.min(from.y, to.y),
        width: Math.abs(from.x - to.x),
        height: Math.abs(from.y - to.y),
      }}
    />
  )
}

/** The click that ends a frame would clear the selection again. */
function swallowNextClick(): void {
  const swallow = (event: Event) => event.stopPropagation()
  window.addEventListener('click', swallow, { capture: true, once: true })
  setTimeout(() => window.removeEventListener('click', swallow, true))
}

/** The steps of a picture that a rectangle touches, in the order of the flow. */
function stepsTouched(layout: FlowLayout, a: Point, b: Point): readonly StepId[] {
  const [left, right] = a.x < b.x ? [a.x, b.x] : [b.x, a.x]
  const [top, bottom] = a.y < b.y ? [a.y, b.y] : [b.y, a.y]
  return layout.nodes.flatMap(({ kind, step, x, y, width, height }) =>
    kind === 'step' && step !== null && x < right && x + width > left && y < bottom && y + height > top ? [step] : [],
  )
}
