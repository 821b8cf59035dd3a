import { specOf, type StepId } from '#domain'
import { useTranslation } from '#texts'
import { useWorkbench, useWorkspace } from '#workbench'
import { ConnectionChip } from '../connections/connection-chip.tsx'

/** The connection of a step; pressed, this step can be switched to another one, or a new one made. */
export function ConnectionRow({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const catalog = useWorkspace((state) => state.catalog)
  const takes = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return (step && specOf(catalog, step)?.connection) ?? 'none'
  })
  const isVerified = useWorkbench((state) => {
    const step = state.doc.steps[stepId]
    return step !== undefined && specOf(catalog, step)?.accepts === 'webhook'
  })
  if (takes === 'none') return null
  return (
    <div data-connection-row={stepId} className="flex min-w-0 flex-col gap-1">
      <div className="flex items-center gap-1">
        <span className="text-xs font-medium text-default">{t('inspector.connection')}</span>
        {takes === 'optional' && <span className="text-2xs text-faint">{t('common.optional')}</span>}
      </div>
      <ConnectionChip stepId={stepId} look="field" />
      <p className="text-xs text-muted">
        {t(isVerified ? 'inspector.connectionVerifies' : 'inspector.connectionHelp')}
      </p>
    </div>
  )
}
