import { useTranslation } from '#texts'
import { useStore } from '@xyflow/react'
import { useRef, type PointerEvent } from 'react'
import type { FlowLayout } from './layout/flow-layout.ts'
import { OverviewPicture } from './overview-picture.tsx'

export interface MinimapProps {
  readonly layout: FlowLayout
  /** Puts a point of the flow in the middle of the canvas. */
  readonly onGo: (x: number, y: number) => void
}

const MARGIN = 80

/** The whole flow in a corner, with what is in view marked; a press or drag goes there. */
export function Minimap({ layout, onGo }: MinimapProps) {
  const { t } = useTranslation()
  const svg = useRef<SVGSVGElement>(null)
  const x = layout.x - MARGIN
  const y = layout.y - MARGIN
  const go = (event: PointerEvent) => {
    if (event.buttons === 0) return
    const matrix = svg.current?.getScreenCTM()
    if (!matrix) return
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix.inverse())
    onGo(at.x, at.y)
  }
  return (
    <div className="absolute bottom-14 left-3 z-10 rounded-lg border border-line bg-raised p-1 shadow-raised">
      <svg
        ref={svg}
        role="img"
        aria-label={t('canvas.controls.minimap')}
        viewBox={`${x} ${y} ${layout.width + 2 * MARGIN} ${layout.height + 2 * MARGIN}`}
        className="block h-40 w-52 cursor-pointer touch-none"
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId)
          go(event)
        }}
        onPointerMove={go}
      >
        <OverviewPicture layout={layout} />
        <ViewFrame />
      </svg>
    </div>
  )
}

/** What is in view. Apart, because it moves with every frame of a pan, and nothing else does. */
function ViewFrame() {
  const transform = useStore((state) => state.transform)
  const width = useStore((state) => state.width)
  const height = useStore((state) => state.height)
  const [left, top, zoom] = transform
  return (
    <rect
      x={-left / zoom}
      y={-top / zoom}
      width={width / zoom}
      height={height / zoom}
      vectorEffect="non-scaling-stroke"
      className="fill-accent/10 stroke-accent stroke-2"
    />
  )
}
