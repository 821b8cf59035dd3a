import { ViewportPortal } from '@xyflow/react'
import type { FlowLayout } from './layout/flow-layout.ts'
import { OverviewPicture } from './overview-picture.tsx'

/** Stands for all nodes where each is only a few pixels: it is drawn once and only scaled while the view moves. */
export function OverviewLayer({ layout }: { readonly layout: FlowLayout }) {
  const { x, y, width, height } = layout
  return (
    <ViewportPortal>
      <svg
        aria-hidden
        viewBox={`${x} ${y} ${width} ${height}`}
        width={width}
        height={height}
        className="pointer-events-none absolute overflow-visible"
        style={{ left: x, top: y }}
      >
        <OverviewPicture layout={layout} />
      </svg>
    </ViewportPortal>
  )
}
