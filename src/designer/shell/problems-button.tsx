import type { Problem } from '#base'
import { flowOf, severityOf, StepId } from '#domain'
import { problemText, useTranslation } from '#texts'
import { Button, EmptyState, Popover, PopoverTrigger } from '#ui'
import { useProblems, useWorkbenchStore } from '#workbench'
import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import { useState } from 'react'

/** How many problems the document has; opens the list, and each entry its step. */
export function ProblemsButton() {
  const { t } = useTranslation()
  const problems = useProblems()
  const [isOpen, setOpen] = useState(false)
  const errors = problems.filter((problem) => severityOf(problem.code) === 'error').length
  return (
    <PopoverTrigger isOpen={isOpen} onOpenChange={setOpen}>
      <Button
        variant="quiet"
        aria-label={t('designer.problems', { count: problems.length })}
        icon={
          problems.length === 0 ? (
            <CircleCheck className="text-success" />
          ) : errors > 0 ? (
            <CircleX className="text-danger" />
          ) : (
            <TriangleAlert className="text-warning" />
          )
        }
      >
        <span className="tabular-nums">{problems.length}</span>
      </Button>
      <Popover label={t('designer.problemsTitle')} placement="bottom end" className="w-96">
        {problems.length === 0 ? (
          <EmptyState title={t('designer.noProblems')}>{t('designer.noProblemsWhy')}</EmptyState>
        ) : (
          <ProblemList problems={problems} onOpen={() => setOpen(false)} />
        )}
      </Popover>
    </PopoverTrigger>
  )
}

function ProblemList(props: { readonly problems: readonly Problem[]; readonly onOpen: () => void }) {
  const { t } = useTranslation()
  const store = useWorkbenchStore()
  const open = (problem: Problem) => {
    const step = StepId.safeParse(problem.at['step'])
    const { doc, openFlow, select, setInspectorTab } = store.getState()
    if (step.success && doc.steps[step.data]) {
      const flow = flowOf(doc, step.data)
      if (flow && flow !== store.getState().flow) openFlow(flow)
      select([step.data])
      setInspectorTab('configure')
    }
    props.onOpen()
  }
  return (
    <ul className="max-h-96 overflow-y-auto p-1" aria-label={t('designer.problemsTitle')}>
      {props.problems.map((problem, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- the same problem may stand twice, and rows hold no state
        <li key={`${problem.code}-${index}`}>
          <button
            type="button"
            onClick={() => open(problem)}
            className="focus-mark flex w-full items-start gap-2 rounded-md px-2 py-1.5 text-start text-sm hover:bg-hover"
          >
            {severityOf(problem.code) === 'error' ? (
              <CircleX aria-label={t('common.status.danger')} className="mt-0.5 size-4 shrink-0 text-danger" />
            ) : (
              <TriangleAlert aria-label={t('common.status.warning')} className="mt-0.5 size-4 shrink-0 text-warning" />
            )}
            <span className="min-w-0 flex-1 break-words">
              <StepName problem={problem} />
              {problemText(t, problem)}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function StepName({ problem }: { readonly problem: Problem }) {
  const store = useWorkbenchStore()
  const step = StepId.safeParse(problem.at['step'])
  const name = step.success ? store.getState().doc.steps[step.data]?.name : undefined
  return name ? <span className="block text-xs font-medium text-muted">{name}</span> : null
}
