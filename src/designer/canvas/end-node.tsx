import { useTranslation } from '#texts'
import { Button } from '#ui'
import { useWorkbench, useWorkbenchStore } from '#workbench'
import type { NodeProps } from '@xyflow/react'
import { Plus } from 'lucide-react'
import { memo, useRef } from 'react'
import { openAdd } from '../steps/open-add.ts'
import { useStepSessionStore } from '../steps/step-session.ts'
import type { CanvasNode } from './flow-elements.ts'
import { METRICS } from './layout/layout-metrics.ts'

/** What stands below the last step; in an empty flow, how to begin. */
export const EndNode = memo(function EndNode({ data: { node } }: NodeProps<CanvasNode>) {
  const { t } = useTranslation()
  if (node.height === METRICS.emptyEndHeight) return <EmptyFlow />
  return (
    <div className="flex h-full items-center justify-center text-2xs font-medium text-faint">
      <span className="rounded-full border border-line-strong bg-surface px-2.5 py-0.5">{t('canvas.end')}</span>
    </div>
  )
})

function EmptyFlow() {
  const { t } = useTranslation()
  const workbench = useWorkbenchStore()
  const session = useStepSessionStore()
  const flow = useWorkbench((state) => state.flow)
  const isEditing = useWorkbench((state) => state.mode === 'editing')
  const button = useRef<HTMLButtonElement>(null)
  return (
    <div className="flex h-full flex-col items-center justify-center gap-1.5 rounded-lg border border-dashed border-line-strong px-3 text-center">
      {isEditing ? (
        <>
          <Button
            ref={button}
            size="sm"
            variant="quiet"
            icon={<Plus />}
            excludeFromTabOrder
            onPress={() => {
              const after = workbench.getState().doc.flows[flow]?.trigger ?? null
              const position = { place: { flow }, index: 0 }
              if (button.current) openAdd({ workbench, session, position, after, anchor: button.current, t })
            }}
          >
            {t('canvas.addFirst')}
          </Button>
          <p className="text-2xs text-muted">{t('canvas.emptyHint')}</p>
        </>
      ) : (
        <p className="text-xs text-muted">{t('canvas.emptyReadOnly')}</p>
      )}
    </div>
  )
}
