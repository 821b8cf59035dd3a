import { useTranslation } from '#texts'
import { classNames } from '#ui'
import { METRICS } from '../layout/layout-metrics.ts'
import type { DropState } from './drop-context.ts'

/** A place where what is dragged may be dropped; the nearest is marked. */
export function DropZone({ state }: { readonly state: Exclude<DropState, 'idle' | 'none'> }) {
  const { t } = useTranslation()
  return (
    <div
      data-drop-zone={state}
      style={{ width: METRICS.stepWidth * (state === 'target' ? 1 : 0.7) }}
      className={classNames(
        'flex items-center justify-center rounded-md border border-dashed text-xs font-medium',
        state === 'target' && 'h-9 border-solid border-accent bg-accent-soft text-accent-text',
        state === 'allowed' && 'h-6 border-accent-line bg-accent-soft',
        state === 'refused' && 'h-4 border-line bg-sunken opacity-60',
      )}
    >
      {state === 'target' && t('canvas.dropHere')}
    </div>
  )
}
