import type { Json } from '#base'
import type { StepRun, StoredValue } from '#domain'
import { textOf, useFormat, useTranslation } from '#texts'
import { Badge, Banner, Button, EmptyState, JsonView, Tabs } from '#ui'
import { useWorkbench, type RunView } from '#workbench'
import { Pin, PinOff } from 'lucide-react'
import { useState } from 'react'
import { FailureCard } from './failure-card.tsx'
import { waitingText } from './waiting-text.ts'

type Tab = 'input' | 'output' | 'logs'

/** One execution of a step: what went in, what came out, what it said, and why it failed. */
export function StepRunDetails() {
  const { t } = useTranslation()
  const key = useWorkbench((state) => state.openStepRun)
  const run = useWorkbench((state) => {
    const shown = state.openStepRun ?? firstOfInterest(state.run)
    return shown === null ? undefined : state.run?.steps[shown]
  })
  const [tab, setTab] = useState<Tab>('output')
  if (!run) return <EmptyState title={t(key === null ? 'run.started' : 'run.chooseStep')} className="h-full" />
  return (
    <Tabs<Tab>
      label={t('run.details')}
      className="h-full"
      panelClassName="p-3"
      selected={tab}
      onSelect={setTab}
      trailing={<PinButton run={run} />}
      items={[
        {
          id: 'input',
          label: t('run.input'),
          content: <Value key={run.key} value={run.input} label={t('run.input')} none={t('run.noInput')} />,
        },
        { id: 'output', label: t('run.output'), content: <Output key={run.key} run={run} /> },
        {
          id: 'logs',
          label: t('run.logs'),
          badge: run.logs.length > 0 && <Badge>{run.logs.length}</Badge>,
          content: <Logs key={run.key} run={run} />,
        },
      ]}
    />
  )
}

/** What is shown before a person chose: the step that failed, or once the run is over the last one. */
function firstOfInterest(run: RunView | null): string | null {
  if (!run) return null
  const failed = run.order.find((key) => run.steps[key]?.status === 'failed')
  return failed ?? (run.status === 'running' ? null : (run.order.at(-1) ?? null))
}

function Output({ run }: { readonly run: StepRun }) {
  const { t } = useTranslation()
  const waiting = waitingText(t, run)
  if (waiting) return <Banner tone="warning">{waiting}</Banner>
  return (
    <div className="flex flex-col gap-3">
      {run.failure && <FailureCard failure={run.failure} step={run.step} />}
      {run.attempts.length > 1 && <Attempts run={run} />}
      {(run.output || !run.failure) && <Value value={run.output} label={t('run.output')} none={t('run.noOutput')} />}
    </div>
  )
}

function Attempts({ run }: { readonly run: StepRun }) {
  const { t } = useTranslation()
  const format = useFormat()
  return (
    <ol aria-label={t('run.attempts', { count: run.attempts.length })} className="flex flex-col gap-1 text-xs">
      {run.attempts.map((attempt, index) => (
        <li key={attempt.startedAt} className="flex gap-2 text-muted">
          <span className="font-medium text-default">{t('run.attempt', { number: index + 1 })}</span>
          <span>{attempt.failure ? t('run.status.failed') : t('run.status.succeeded')}</span>
          {attempt.endedAt !== null && (
            <span className="tabular-nums">{format.duration(attempt.endedAt - attempt.startedAt)}</span>
          )}
        </li>
      ))}
    </ol>
  )
}

function Value(props: { readonly value: StoredValue | null; readonly label: string; readonly none: string }) {
  const { t } = useTranslation()
  const format = useFormat()
  if (!props.value) return <p className="text-sm text-muted">{props.none}</p>
  return (
    <div className="flex flex-col gap-2">
      {props.value.state === 'cut' && (
        <p className="text-xs text-warning">{t('run.cut', { size: format.bytes(props.value.bytes) })}</p>
      )}
      {props.value.state === 'redacted' && <p className="text-xs text-muted">{t('run.redacted')}</p>}
      <JsonView value={props.value.value} label={props.label} />
    </div>
  )
}

function Logs({ run }: { readonly run: StepRun }) {
  const { t } = useTranslation()
  if (run.logs.length === 0) return <p className="text-sm text-muted">{t('run.noLogs')}</p>
  return (
    <ol aria-label={t('run.logs')} className="flex flex-col font-mono text-xs">
      {run.logs.map((line, index) => (
        // oxlint-disable-next-line react/no-array-index-key -- lines are only ever appended
        <li key={index} className="flex gap-3 border-b border-line py-1 last:border-b-0">
          <span className="w-12 shrink-0 text-faint">{line.level}</span>
          <span className="min-w-0 break-words whitespace-pre-wrap">
            {line.params ? textOf(t, line.text, line.params) : line.text}
          </span>
        </li>
      ))}
    </ol>
  )
}

function PinButton({ run }: { readonly run: StepRun }) {
  const { t } = useTranslation()
  const pinned: Json | undefined = useWorkbench((state) => state.pins[run.step])
  const pin = useWorkbench((state) => state.pin)
  const isInFlow = useWorkbench((state) => run.step in state.doc.steps)
  const isReadOnly = useWorkbench((state) => state.mode === 'read-only')
  if (!isInFlow || isReadOnly) return null
  if (pinned !== undefined) {
    return (
      <Button size="sm" variant="quiet" icon={<PinOff />} onPress={() => pin(run.step, null)}>
        {t('run.unpin')}
      </Button>
    )
  }
  const { output } = run
  if (output?.state !== 'complete') return null
  return (
    <Button size="sm" variant="quiet" icon={<Pin />} onPress={() => pin(run.step, output.value)}>
      {t('run.pin')}
    </Button>
  )
}
