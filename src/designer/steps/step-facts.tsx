import type { Problem } from '#base'
import { severityOf, type Step } from '#domain'
import type { Format, TFunction } from '#texts'
import type { StepSummary } from '#workbench'
import {
  CircleSlash,
  CircleX,
  Pin,
  RotateCw,
  ShieldCheck,
  ShieldOff,
  TriangleAlert,
  type LucideIcon,
} from 'lucide-react'
import { runWords } from './run-mark.tsx'

/** What a view shows of a step beside its name. */
export interface StepFacts {
  readonly step: Step
  readonly problems: readonly Problem[]
  readonly summary: StepSummary | undefined
  readonly isPinned: boolean
}

/** A small mark at a step and what it says. */
export interface StepBadge {
  readonly key: string
  readonly words: string
  readonly icon: LucideIcon
  readonly className: string
}

/** The marks of a step, the most urgent first. */
export function stepBadges({ step, problems, isPinned }: StepFacts, t: TFunction): readonly StepBadge[] {
  const { policy, attempts } = step.onError
  const badges: (StepBadge | false)[] = [
    problems.length > 0 && {
      key: 'problems',
      words: t('canvas.problems', { count: problems.length }),
      ...(problems.some(({ code }) => severityOf(code) === 'error')
        ? { icon: CircleX, className: 'text-danger' }
        : { icon: TriangleAlert, className: 'text-warning' }),
    },
    step.disabled && { key: 'disabled', words: t('canvas.disabled'), icon: CircleSlash, className: 'text-muted' },
    isPinned && { key: 'pinned', words: t('canvas.pinned'), icon: Pin, className: 'text-accent-text' },
    policy === 'retry' && {
      key: 'retry',
      words: t('canvas.retries', { count: attempts }),
      icon: RotateCw,
      className: 'text-faint',
    },
    policy === 'ignore' && {
      key: 'ignore',
      words: t('canvas.ignoresErrors'),
      icon: ShieldOff,
      className: 'text-faint',
    },
    policy === 'handle' && {
      key: 'handle',
      words: t('canvas.handlesErrors'),
      icon: ShieldCheck,
      className: 'text-faint',
    },
  ]
  return badges.filter((badge) => badge !== false)
}

/** Everything a screen reader is told about a step after its name: what it does, its marks, how it ran. */
export function stepDescription(facts: StepFacts, action: string, t: TFunction, format: Format): string {
  return [
    action,
    ...stepBadges(facts, t).map(({ words }) => words),
    ...(facts.summary ? [runWords(facts.summary, t, format)] : []),
  ].join('. ')
}

/** The marks as icons with their words on hover; read out with the step's description, so hidden here. */
export function StepBadges({ badges }: { readonly badges: readonly StepBadge[] }) {
  return badges.map(({ key, words, icon: Icon, className }) => (
    <span key={key} aria-hidden title={words} className={className}>
      <Icon className="size-3.5" />
    </span>
  ))
}
