import { unreachable } from '#base'
import type { RunStatus } from '#domain'
import { useFormat, useTranslation, type Format, type TFunction } from '#texts'
import { classNames } from '#ui'
import type { StepSummary } from '#workbench'
import { Ban, Check, ChevronsRight, Clock, LoaderCircle, X } from 'lucide-react'

const COLOURS: Readonly<Record<RunStatus, string>> = {
  waiting: 'text-faint',
  running: 'text-running',
  succeeded: 'text-success',
  failed: 'text-danger',
  skipped: 'text-faint',
  cancelled: 'text-warning',
}

export interface RunMarkProps {
  readonly summary: StepSummary
  /** Only the mark, where there is no room; the words are on hover. */
  readonly isCompact?: boolean
}

/** How a step fared in the run shown: a mark, how long it took, and for steps in loops how often. */
export function RunMark({ summary, isCompact = false }: RunMarkProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const { status, runs, milliseconds, progress } = summary
  return (
    <span
      aria-hidden
      title={runWords(summary, t, format)}
      className={classNames('inline-flex shrink-0 items-center gap-1 text-2xs tabular-nums', COLOURS[status])}
    >
      {!isCompact && runs > 1 && <span className="text-faint">×{format.number(runs)}</span>}
      {isCompact ? null : status === 'running' && progress ? (
        <span>
          {t('canvas.progress', { done: format.number(progress.done), total: format.number(progress.total) })}
        </span>
      ) : (
        milliseconds !== null && <span className="text-muted">{format.duration(milliseconds)}</span>
      )}
      {statusIcon(status)}
    </span>
  )
}

function statusIcon(status: RunStatus) {
  switch (status) {
    case 'waiting':
      return <Clock className="size-3.5" />
    case 'running':
      return <LoaderCircle className="size-3.5 animate-spin motion-reduce:animate-pulse" />
    case 'succeeded':
      return <Check className="size-4" strokeWidth={2.5} />
    case 'failed':
      return <X className="size-4" strokeWidth={2.5} />
    case 'skipped':
      return <ChevronsRight className="size-3.5" />
    case 'cancelled':
      return <Ban className="size-3.5" />
    default:
      return unreachable(status)
  }
}

/** The same in words: `Succeeded in 1.2 s, 12 runs, 1 failed`. */
export function runWords(summary: StepSummary, t: TFunction, format: Format): string {
  const { status, runs, failed, milliseconds, retrying, progress } = summary
  const word = t(`run.status.${status}`)
  return [
    milliseconds === null ? word : t('canvas.ranFor', { status: word, duration: format.duration(milliseconds) }),
    ...(retrying ? [t('canvas.retrying')] : []),
    ...(progress && status === 'running' ? [t('canvas.progress', progress)] : []),
    ...(runs > 1 ? [t('canvas.ranTimes', { count: runs })] : []),
    ...(failed > 0 && runs > 1 ? [t('canvas.ranFailed', { count: failed })] : []),
  ].join(', ')
}
