import { classNames } from '#ui'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import { Background, ReactFlow, useStore as useFlowStore, type NodeTypes } from '@xyflow/react'
import { useEffect, useMemo, useRef, useState } from 'react'
import { ArmNode } from './arm-node.tsx'
import { CanvasControls } from './canvas-controls.tsx'
import { DetailProvider } from './detail-context.ts'
import { createDropBoard, DropProvider } from './drop/drop-context.ts'
import { useCanvasDrop } from './drop/use-canvas-drop.ts'
import { EdgeLayer } from './edge-layer.tsx'
import { EndNode } from './end-node.tsx'
import { canvasNodeOf } from './flow-elements.ts'
import { FrameNode, MergeNode } from './frame-node.tsx'
import { LoopEndNode } from './loop-end-node.tsx'
import { Marquee } from './marquee.tsx'
import { OverviewLayer } from './overview-layer.tsx'
import { StepNode } from './step-node.tsx'
import { useStepClipboard } from '../steps/use-step-clipboard.ts'
import { useCanvasKeys } from './use-canvas-keys.ts'
import { useFlowLayout } from './use-flow-layout.ts'
import { useOverviewPointer } from './use-overview-pointer.ts'
import { useRevealFocus } from './use-reveal-focus.ts'
import { firstViewport, MAX_ZOOM, MIN_ZOOM, type ViewSize } from './viewport/fit-viewport.ts'
import { useSettledView } from './viewport/use-settled-view.ts'
import { useViewCommands } from './viewport/use-view-commands.ts'

const NODE_TYPES: NodeTypes = {
  step: StepNode,
  'arm-label': ArmNode,
  frame: FrameNode,
  merge: MergeNode,
  'loop-end': LoopEndNode,
  end: EndNode,
}

/** Below this scale nodes are placeholders; below the other, and when there are many, one picture stands for them all. */
const PLACEHOLDER_BELOW = 0.5
const OVERVIEW_BELOW = 0.3
const OVERVIEW_FROM = 150

export interface CanvasSurfaceProps {
  readonly onOpenSettings: () => void
  readonly firstSize: ViewSize
}

/** React Flow as a view of the layout: what is drawn comes from the document, what is done goes to it as operations. */
export function CanvasSurface({ onOpenSettings, firstSize }: CanvasSurfaceProps) {
  const layout = useFlowLayout()
  const store = useWorkbenchStore()
  const flow = useWorkbench((state) => state.flow)
  const [isSelecting, setSelecting] = useState(false)
  const [board] = useState(createDropBoard)
  const canvas = useRef<HTMLDivElement>(null)
  const current = useRef(layout)
  useEffect(() => {
    current.current = layout
  })
  const isSmall = useFlowStore(({ transform }) => transform[2] < PLACEHOLDER_BELOW)
  const isTiny = useFlowStore(({ transform }) => transform[2] < OVERVIEW_BELOW)
  const isOverview = isTiny && layout.steps.length >= OVERVIEW_FROM
  const nodes = useMemo(() => (isOverview ? [] : layout.nodes.map(canvasNodeOf)), [layout, isOverview])
  const view = useViewCommands(current)
  useCanvasDrop({ canvas, layout: current, board })
  const keys = useCanvasKeys({ canvas, layout: current, onOpenSettings })
  const clipboard = useStepClipboard(keys.followSelection)
  const overviewPointer = useOverviewPointer(isOverview ? layout : null)
  useRevealFocus(current)
  const { reset } = view
  useSettledView(firstSize.width, reset)
  const shown = useRef(flow)
  useEffect(() => {
    if (shown.current === flow) return
    shown.current = flow
    reset()
  }, [flow, reset])
  return (
    // The canvas is one tab stop; what has the focus inside it is told by the arrow keys.
    <div
      ref={canvas}
      data-flow-canvas=""
      dir="ltr"
      className={classNames(
        'absolute inset-0 outline-none [--xy-attribution-background-color:transparent] [&_a]:text-faint!',
        isSelecting && '[&_[class*=pane]]:cursor-crosshair!',
      )}
      {...keys.handlers}
      {...clipboard}
    >
      <DropProvider value={board}>
        <DetailProvider value={isSmall ? 'placeholder' : 'full'}>
          <ReactFlow
            nodes={nodes}
            nodeTypes={NODE_TYPES}
            defaultViewport={firstViewport(layout, firstSize)}
            width={firstSize.width}
            height={firstSize.height}
            minZoom={MIN_ZOOM}
            maxZoom={MAX_ZOOM}
            onlyRenderVisibleElements
            nodesDraggable={false}
            nodesConnectable={false}
            nodesFocusable={false}
            elementsSelectable={false}
            disableKeyboardA11y
            deleteKeyCode={null}
            selectionKeyCode={null}
            multiSelectionKeyCode={null}
            panOnScroll
            zoomOnDoubleClick={false}
            onPaneClick={(event) => {
              if (!overviewPointer.click(event)) store.getState().select([])
            }}
            onDoubleClick={overviewPointer.doubleClick}
          >
            <Background gap={24} size={1.5} color="var(--color-line-strong)" bgColor="transparent" />
            {isOverview ? <OverviewLayer layout={layout} /> : <EdgeLayer layout={layout} />}
          </ReactFlow>
          <Marquee layout={current} canvas={canvas} isOn={isSelecting} onDone={() => setSelecting(false)} />
        </DetailProvider>
      </DropProvider>
      <CanvasControls layout={layout} view={view} isSelecting={isSelecting} onSelectingChange={setSelecting} />
    </div>
  )
}
