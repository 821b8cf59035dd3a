import { useTranslation } from '#texts'
import type { NodeProps } from '@xyflow/react'
import { RotateCcw } from 'lucide-react'
import { memo } from 'react'
import type { CanvasNode } from './flow-elements.ts'
import { useFocusTarget } from './use-focus-target.ts'

/** The end of a loop's body: from here it begins again. */
export const LoopEndNode = memo(function LoopEndNode({ data: { node } }: NodeProps<CanvasNode>) {
  const { t } = useTranslation()
  const focusTarget = useFocusTarget(node.id)
  return (
    <div
      {...focusTarget}
      role="group"
      aria-label={t('canvas.nextItem')}
      className="flex h-full w-full items-center justify-center rounded-full focus-mark"
    >
      <span className="flex w-full items-center justify-center gap-1.5 rounded-full border border-dashed border-line-strong bg-canvas px-2.5 py-0.5 text-xs text-muted">
        <RotateCcw aria-hidden className="size-3" />
        {t('canvas.nextItem')}
      </span>
    </div>
  )
})
