import { useTranslation } from '#texts'
import { useWorkbench } from '#workbench'
import { StepSettings } from './step-settings.tsx'
import { useInspectorParts } from './use-inspector-parts.ts'

/** The settings of what is selected: one step, several, or else the open flow. */
export function Inspector() {
  const { t } = useTranslation()
  const selection = useWorkbench((state) => state.selection)
  const [only] = selection
  const parts = useInspectorParts()
  const isThere = useWorkbench((state) => only !== undefined && only in state.doc.steps)
  return (
    <section aria-label={t('inspector.label')} className="flex h-full min-h-0 flex-col bg-surface">
      {selection.length > 1 ? (
        parts && <parts.ManySettings steps={selection} />
      ) : only !== undefined && isThere ? (
        <StepSettings key={only} stepId={only} />
      ) : (
        parts && <parts.FlowSettings />
      )}
    </section>
  )
}
