import type { CheckStage, Connection } from '#domain'
import { useFormat, useLateTexts } from '#texts'
import { Badge, SpinnerMark, type Tone } from '#ui'
import { usePorts } from '#workbench'
import { CircleCheck, CircleMinus, CircleX, type LucideIcon } from 'lucide-react'
import { factText, failureWords } from './test-words.ts'

const STAGES: readonly CheckStage['key'][] = ['configuration', 'token', 'request']

const LOOKS: Readonly<Record<CheckStage['outcome'], { icon: LucideIcon; tone: Tone; color: string }>> = {
  ok: { icon: CircleCheck, tone: 'success', color: 'text-success' },
  failed: { icon: CircleX, tone: 'danger', color: 'text-danger' },
  skipped: { icon: CircleMinus, tone: 'neutral', color: 'text-faint' },
}

export interface TestReportProps {
  readonly connection: Connection
  /** null: the test is under way. */
  readonly stages: readonly CheckStage[] | null
}

/** The stages of a connection test with what each found: names, lengths and times, never a value. */
export function TestReport({ connection, stages }: TestReportProps) {
  const t = useLateTexts()
  return (
    <ul
      aria-label={t('checks.report')}
      aria-busy={stages === null}
      className="divide-y divide-line rounded-lg border border-line"
    >
      {stages === null
        ? STAGES.map((key) => <Pending key={key} name={t(`checks.stages.${key}`)} />)
        : stages.map((stage) => <Stage key={stage.key} stage={stage} connection={connection} />)}
    </ul>
  )
}

function Pending({ name }: { readonly name: string }) {
  const t = useLateTexts()
  return (
    <li className="flex items-center gap-2.5 px-3 py-2.5">
      <span className="flex size-4 shrink-0 items-center justify-center text-muted">
        <SpinnerMark />
      </span>
      <span className="flex-1 text-sm font-medium text-strong">{name}</span>
      <span className="text-2xs text-muted">{t('checks.outcomes.pending')}</span>
    </li>
  )
}

function Stage({ stage, connection }: { readonly stage: CheckStage; readonly connection: Connection }) {
  const t = useLateTexts()
  const format = useFormat()
  const { environment } = usePorts()
  const { key, outcome, failure, facts } = stage
  const { icon: Icon, tone, color } = LOOKS[outcome]
  const words = failure && failureWords(t, failure, connection)
  return (
    <li className="flex items-start gap-2.5 px-3 py-2.5">
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${color}`} />
      <div className="flex min-w-0 flex-1 flex-col gap-1">
        <div className="flex items-center gap-2">
          <span className="flex-1 text-sm font-medium text-strong">{t(`checks.stages.${key}`)}</span>
          <Badge tone={tone}>{t(`checks.outcomes.${outcome}`)}</Badge>
        </div>
        {words && (
          <div className="text-sm text-pretty">
            <p className="break-words text-danger">{words.what}</p>
            {words.fix !== null && <p className="break-words text-default">{words.fix}</p>}
          </div>
        )}
        {facts.map((fact) => (
          <p key={JSON.stringify(fact)} className="text-xs text-pretty break-words text-muted">
            {factText(t, format, fact, environment.now())}
          </p>
        ))}
      </div>
    </li>
  )
}
