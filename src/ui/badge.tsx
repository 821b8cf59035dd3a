import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

/** What a colour stands for, everywhere. */
export type Tone = 'neutral' | 'accent' | 'success' | 'warning' | 'danger' | 'info' | 'running'

export interface BadgeProps {
  /** A word or a count; the colour only repeats what it says. */
  readonly children: ReactNode
  readonly tone?: Tone
  readonly icon?: ReactNode
  readonly className?: string
}

const TONES: Readonly<Record<Tone, string>> = {
  neutral: 'bg-hover text-muted',
  accent: 'bg-accent-soft text-accent-text',
  success: 'bg-success-soft text-success',
  warning: 'bg-warning-soft text-warning',
  danger: 'bg-danger-soft text-danger',
  info: 'bg-info-soft text-info',
  running: 'bg-running-soft text-running',
}

/** A word about the thing beside it. */
export function Badge({ children, tone = 'neutral', icon, className }: BadgeProps) {
  return (
    <span
      className={classNames(
        'inline-flex min-h-5 max-w-full min-w-5 shrink-0 items-center justify-center gap-1 rounded-sm px-1.5 text-2xs font-medium tabular-nums [&_svg]:size-3',
        TONES[tone],
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </span>
  )
}
