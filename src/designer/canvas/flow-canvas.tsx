import '@xyflow/react/dist/base.css'
import { useTranslation } from '#texts'
import { ReactFlowProvider } from '@xyflow/react'
import { useEffect, useRef, useState } from 'react'
import { StepDialogs } from '../steps/step-dialogs.tsx'
import { StepMenu } from '../steps/step-menu.tsx'
import { AddMenu } from './add-menu.tsx'
import { CanvasSurface } from './canvas-surface.tsx'
import { DragGhost } from './drop/drag-ghost.tsx'
import type { ViewSize } from './viewport/fit-viewport.ts'

export interface FlowCanvasProps {
  /** Enter on a step: the settings are open; move the focus there. */
  readonly onOpenSettings: () => void
}

/** The open flow as a picture to work on: region `Flow canvas`. Fills its container. */
export function FlowCanvas({ onOpenSettings }: FlowCanvasProps) {
  const { t } = useTranslation()
  // The size the canvas starts with, so that the very first picture is where it belongs. Measured in an effect: the panels
  // around it find their sizes while they are laid out.
  const [size, setSize] = useState<ViewSize | null>(null)
  const region = useRef<HTMLElement>(null)
  useEffect(() => {
    if (region.current) setSize({ width: region.current.clientWidth, height: region.current.clientHeight })
  }, [])
  return (
    <section ref={region} aria-label={t('canvas.label')} className="relative h-full min-h-0 w-full bg-canvas">
      {size && (
        <ReactFlowProvider>
          <CanvasSurface onOpenSettings={onOpenSettings} firstSize={size} />
        </ReactFlowProvider>
      )}
      <AddMenu />
      <StepMenu onOpenSettings={onOpenSettings} />
      <StepDialogs />
      <DragGhost />
    </section>
  )
}
