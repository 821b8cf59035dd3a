import { useTranslation } from '#texts'
import { EmptyState } from '#ui'
import { useWorkbench } from '#workbench'
import { Play } from 'lucide-react'
import { RunPanelHeader } from './run-panel-header.tsx'
import { RunSteps } from './run-steps.tsx'
import { StepRunDetails } from './step-run-details.tsx'

/** The test runner: the steps of a run, and of each what went in, what came out and what it said. */
export function RunPanel() {
  const { t } = useTranslation()
  const hasRun = useWorkbench((state) => state.run !== null)
  return (
    <section aria-label={t('run.label')} className="flex h-full min-h-0 flex-col border-t border-line bg-surface">
      <RunPanelHeader />
      {hasRun ? (
        <div className="flex min-h-0 flex-1">
          <div className="w-96 shrink-0 border-e border-line max-lg:w-72">
            <RunSteps />
          </div>
          <div className="min-w-0 flex-1">
            <StepRunDetails />
          </div>
        </div>
      ) : (
        <EmptyState icon={<Play />} title={t('run.emptyTitle')} className="flex-1">
          {t('run.emptyText')}
        </EmptyState>
      )}
    </section>
  )
}
