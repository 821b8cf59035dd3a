import { useFormat, useTranslation } from '#texts'
import { IconButton, Select, Switch } from '#ui'
import { useWorkbench } from '#workbench'
import { X } from 'lucide-react'
import { useNow } from '../connections/consent/use-now.ts'
import { StatusMark } from './status-mark.tsx'

const NOTHING = 'nothing'

/** Which run is shown, how it ended, and what the next one starts with. */
export function RunPanelHeader() {
  const { t } = useTranslation()
  const setOpen = useWorkbench((state) => state.setRunPanelOpen)
  return (
    <header className="flex min-h-10 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1">
      <h2 className="text-sm font-semibold">{t('run.label')}</h2>
      <RunSummary />
      <span className="flex-1" />
      <PayloadChoice />
      <RetriesSwitch />
      <RunChoice />
      <IconButton size="sm" aria-label={t('run.close')} onPress={() => setOpen(false)}>
        <X />
      </IconButton>
    </header>
  )
}

function RunSummary() {
  const { t } = useTranslation()
  const format = useFormat()
  const run = useWorkbench((state) => state.run)
  if (!run) return null
  const steps = t('run.summary', { count: run.order.length })
  return (
    <span role="status" className="flex min-w-0 items-center gap-1.5 text-xs text-muted">
      <StatusMark status={run.status} />
      <span className="font-medium text-default">{t(`run.status.${run.status}`)}</span>
      <span className="truncate tabular-nums">
        {run.endedAt === null ? steps : `${format.duration(run.endedAt - run.startedAt)} · ${steps}`}
      </span>
    </span>
  )
}

function PayloadChoice() {
  const { t } = useTranslation()
  const payloads = useWorkbench((state) => state.payloads)
  const payload = useWorkbench((state) => state.payload)
  const choose = useWorkbench((state) => state.choosePayload)
  if (payloads.length === 0) return null
  return (
    <Select
      label={t('run.payload')}
      isLabelHidden
      size="sm"
      value={payload ?? NOTHING}
      onChange={(id) => choose(id === NOTHING ? null : id)}
      choices={[{ id: NOTHING, label: t('run.noPayload') }, ...payloads.map(({ id, name }) => ({ id, label: name }))]}
    />
  )
}

function RetriesSwitch() {
  const { t } = useTranslation()
  const retries = useWorkbench((state) => state.retries)
  const setRetries = useWorkbench((state) => state.setRetries)
  return <Switch label={t('run.retries')} isSelected={retries} onChange={setRetries} className="text-xs" />
}

function RunChoice() {
  const { t } = useTranslation()
  const format = useFormat()
  const pastRuns = useWorkbench((state) => state.pastRuns)
  const run = useWorkbench((state) => state.run)
  const flow = useWorkbench((state) => state.flow)
  const showRun = useWorkbench((state) => state.showRun)
  const runs = pastRuns.filter((past) => past.flow === flow)
  const now = useNow(runs[0]?.startedAt ?? 0)
  // The run under way is not among those kept yet, and looking away from it would lose what it tells.
  if (!run || run.status === 'running' || runs.length < 2) return null
  return (
    <Select
      label={t('run.pastRuns')}
      isLabelHidden
      size="sm"
      value={run.id}
      onChange={showRun}
      choices={runs.map(({ id, status, startedAt }) => ({
        id,
        label: t('run.runAt', {
          status: t(`run.status.${status}`),
          when: format.relativeTime(startedAt, now),
        }),
      }))}
    />
  )
}
