import { severityOf, type StepId } from '#domain'
import { useTranslation } from '#texts'
import { classNames } from '#ui'
import { useWorkbench, useWorkspace } from '#workbench'
import type { NodeProps } from '@xyflow/react'
import { Layers } from 'lucide-react'
import { memo, useEffect, useId, useRef } from 'react'
import { ConnectionChip } from '../connections/connection-chip.tsx'
import { stepIconName } from '../fields/step-icon-name.ts'
import { StepIcon } from '../fields/step-icon.tsx'
import { NameEditor } from '../steps/name-editor.tsx'
import { RunMark } from '../steps/run-mark.tsx'
import { StepBadges } from '../steps/step-facts.tsx'
import { requestFocus, useStepSession, useStepSessionStore } from '../steps/step-session.ts'
import { useStepCommands } from '../steps/use-step-commands.ts'
import { useStepFacts, type StepView } from '../steps/use-step-facts.ts'
import { useDetail } from './detail-context.ts'
import type { CanvasNode } from './flow-elements.ts'
import { METRICS } from './layout/layout-metrics.ts'
import { useFocusTarget } from './use-focus-target.ts'
import { useStepPointer } from './use-step-pointer.ts'

/** A step on the canvas. It reads its own step, run summary and problems, so that an edit renders one node. */
export const StepNode = memo(function StepNode({ data: { node } }: NodeProps<CanvasNode>) {
  return node.step === null ? null : <StepCard id={node.step} folded={node.folded} height={node.height} />
})

interface StepCardProps {
  readonly id: StepId
  readonly folded: number
  readonly height: number
}

function StepCard({ id, folded, height }: StepCardProps) {
  const view = useStepFacts(id)
  const descriptionId = useId()
  const isSelected = useWorkbench((state) => state.selection.includes(id))
  const isDragged = useStepSession(({ drag }) => drag?.load.kind === 'steps' && drag.load.steps.includes(id))
  const detail = useDetail()
  const focusTarget = useFocusTarget(id)
  const pointer = useStepPointer(id)
  if (!view) return null
  const { step, summary, name, description } = view
  return (
    <div
      {...focusTarget}
      {...pointer}
      role="group"
      aria-label={name}
      aria-describedby={descriptionId}
      data-step={id}
      className={classNames(
        'group/step relative flex h-full w-full cursor-default flex-col rounded-lg border bg-raised text-start shadow-raised focus-mark outline-offset-2! select-none',
        isSelected ? 'border-accent ring-1 ring-accent' : borderOf(view),
        isDragged && 'opacity-40',
        folded > 0 && 'shadow-[3px_3px_0_-1px_var(--color-line-strong)]',
      )}
    >
      <span id={descriptionId} className="sr-only">
        {description}
      </span>
      {detail === 'full' ? (
        <FullCard view={view} hasChip={height > METRICS.stepHeight} folded={folded} />
      ) : (
        <div
          aria-hidden
          className={classNames('m-1 flex flex-1 items-center rounded-md px-3', toneOf(summary?.status, step.disabled))}
        >
          <span className="truncate text-2xl font-medium text-strong">{name}</span>
        </div>
      )}
    </div>
  )
}

function FullCard({
  view,
  hasChip,
  folded,
}: {
  readonly view: StepView
  readonly hasChip: boolean
  readonly folded: number
}) {
  const { t } = useTranslation()
  const { step, summary, badges, action } = view
  const icon = useWorkspace((state) => stepIconName(step, state.catalog))
  const chip = useRef<HTMLDivElement>(null)
  const session = useStepSessionStore()
  const isConnecting = useStepSession(({ connecting }) => connecting === step.id)
  useEffect(() => {
    if (!isConnecting) return
    session.setState({ connecting: null })
    chip.current?.querySelector('button')?.click()
  }, [isConnecting, session])
  return (
    <>
      <div className="flex min-h-14 items-center gap-3 px-3">
        <span
          className={classNames(
            'flex size-8 shrink-0 items-center justify-center rounded-md',
            step.disabled ? 'bg-sunken text-muted' : 'bg-accent-soft text-accent-text',
          )}
        >
          <StepIcon icon={icon} className="size-4.5" />
        </span>
        <div className="flex min-w-0 flex-1 flex-col">
          <div className="flex items-center gap-1.5">
            <StepName view={view} />
            {summary && <RunMark summary={summary} />}
          </div>
          <div className="flex items-center gap-1.5">
            <span className="min-w-0 flex-1 truncate text-2xs text-muted">{action}</span>
            {folded > 0 && (
              <span
                className="flex shrink-0 items-center gap-1 text-2xs text-muted"
                title={t('canvas.folded', { count: folded })}
              >
                <Layers aria-hidden className="size-3" />
                {folded}
              </span>
            )}
            <StepBadges badges={badges} />
          </div>
        </div>
      </div>
      {hasChip && (
        <div
          ref={chip}
          className="mt-auto flex h-9 items-center border-t border-line px-2"
          data-connection
          data-no-drag
        >
          <ConnectionChip stepId={step.id} />
        </div>
      )}
    </>
  )
}

function StepName({ view: { step, name } }: { readonly view: StepView }) {
  const { t } = useTranslation()
  const session = useStepSessionStore()
  const commands = useStepCommands()
  const isRenaming = useStepSession(({ renaming }) => renaming?.view === 'canvas' && renaming.id === step.id)
  if (!isRenaming) {
    const tone = step.disabled ? 'text-muted' : 'text-strong'
    return <span className={classNames('min-w-0 flex-1 truncate text-sm font-medium', tone)}>{name}</span>
  }
  return (
    <NameEditor
      label={t('canvas.rename')}
      value={step.name}
      onChange={(value) => commands.rename(step.id, value)}
      onDone={(isGone) => {
        session.setState({ renaming: null })
        if (!isGone) requestFocus(session, step.id)
      }}
      className="flex-1 text-sm font-medium"
    />
  )
}

function borderOf({ problems, summary, step }: StepView): string {
  if (summary?.status === 'failed') return 'border-danger-line'
  if (summary?.status === 'running') return 'border-running'
  if (step.disabled) return 'border-dashed border-line-strong'
  if (problems.some(({ code }) => severityOf(code) === 'error')) return 'border-danger-line'
  if (problems.length > 0) return 'border-warning-line'
  return 'border-line-strong'
}

function toneOf(status: string | undefined, isDisabled: boolean): string {
  if (isDisabled) return 'bg-hover'
  if (status === 'failed') return 'bg-danger-soft'
  if (status === 'succeeded') return 'bg-success-soft'
  if (status === 'running') return 'bg-running-soft'
  return 'bg-hover'
}
