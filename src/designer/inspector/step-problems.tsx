import type { Problem } from '#base'
import { severityOf, type StepId } from '#domain'
import { problemText, useTranslation } from '#texts'
import { Button } from '#ui'
import { useStepProblems, useWorkbenchStore } from '#workbench'
import { CircleX, TriangleAlert } from 'lucide-react'
import { useEdit } from '../steps/use-edit.ts'
import { fixOf } from './fix-of.ts'
import { focusInput } from './focus-input.ts'
import { useIsReadOnly } from './use-step.ts'

/** What is wrong with a step, each with a way to it or out of it. */
export function StepProblems({ stepId }: { readonly stepId: StepId }) {
  const { t } = useTranslation()
  const store = useWorkbenchStore()
  const edit = useEdit()
  const problems = useStepProblems(stepId)
  const isReadOnly = useIsReadOnly()
  if (problems.length === 0) return null
  return (
    <section
      aria-label={t('inspector.problems.title', { count: problems.length })}
      className="mb-4 overflow-hidden rounded-lg border border-line"
    >
      <ul className="divide-y divide-line">
        {problems.map((problem, index) => {
          const step = store.getState().doc.steps[stepId]
          const fix = step && !isReadOnly ? fixOf(problem, step) : null
          const input = problem.at['input']
          return (
            // oxlint-disable-next-line react/no-array-index-key -- the same problem may stand twice, and rows hold no state
            <li key={`${problem.code}-${index}`} className="flex items-start gap-2 px-2 py-1.5 text-xs">
              <Mark problem={problem} />
              <span className="min-w-0 flex-1 text-pretty break-words">{problemText(t, problem)}</span>
              {fix ? (
                <Button size="sm" variant="quiet" onPress={() => edit(fix.operation)}>
                  {t(`inspector.fixes.${fix.label}`)}
                </Button>
              ) : (
                typeof input === 'string' && (
                  <Button size="sm" variant="quiet" onPress={() => focusInput(input)}>
                    {t('inspector.problems.show')}
                  </Button>
                )
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}

function Mark({ problem }: { readonly problem: Problem }) {
  const { t } = useTranslation()
  return severityOf(problem.code) === 'error' ? (
    <CircleX aria-label={t('common.status.danger')} className="mt-0.5 size-3.5 shrink-0 text-danger" />
  ) : (
    <TriangleAlert aria-label={t('common.status.warning')} className="mt-0.5 size-3.5 shrink-0 text-warning" />
  )
}
