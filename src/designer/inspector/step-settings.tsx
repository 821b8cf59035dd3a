import type { StepId } from '#domain'
import { useTranslation } from '#texts'
import { Tabs, type TabItem } from '#ui'
import { useWorkbench, type InspectorTab } from '#workbench'
import { ConfigureTab } from './configure-tab.tsx'
import { StepProblems } from './step-problems.tsx'
import { useInspectorParts } from './use-inspector-parts.ts'

const PANEL = 'px-3 py-3'

/** Everything about one step. */
export function StepSettings({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const tab = useWorkbench((state) => state.inspectorTab)
  const parts = useInspectorParts()
  const setTab = useWorkbench((state) => state.setInspectorTab)
  const items: readonly TabItem<InspectorTab>[] = [
    {
      id: 'configure',
      label: t('inspector.configure'),
      content: (
        <div className={PANEL}>
          <StepProblems stepId={stepId} />
          <ConfigureTab stepId={stepId} />
        </div>
      ),
    },
    {
      id: 'errors',
      label: t('inspector.errors'),
      content: <div className={PANEL}>{parts && <parts.ErrorsTab stepId={stepId} />}</div>,
    },
    {
      id: 'details',
      label: t('inspector.details'),
      content: <div className={PANEL}>{parts && <parts.DetailsTab stepId={stepId} />}</div>,
    },
  ]
  return (
    <>
      {parts && <parts.StepHeader stepId={stepId} />}
      <Tabs label={t('inspector.tabs')} items={items} selected={tab} onSelect={setTab} className="min-h-0 flex-1" />
    </>
  )
}
