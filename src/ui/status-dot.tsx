import type { Tone } from './badge.tsx'
import { classNames } from './class-names.ts'

export interface StatusDotProps {
  readonly tone: Tone
  /** The state in words; read out, and shown with `showLabel`. */
  readonly label: string
  readonly showLabel?: boolean
  readonly className?: string
}

// Filled, ring, and pulsing differ in shape too, so that colour never carries the meaning alone.
const DOTS: Readonly<Record<Tone, string>> = {
  neutral: 'border-2 border-faint',
  accent: 'bg-accent',
  success: 'bg-success',
  warning: 'bg-warning rounded-xs rotate-45',
  danger: 'bg-danger rounded-xs',
  info: 'bg-info',
  running: 'bg-running animate-pulse motion-reduce:animate-none',
}

/** A small mark for a state, with its words. */
export function StatusDot({ tone, label, showLabel = false, className }: StatusDotProps) {
  return (
    <span className={classNames('inline-flex min-w-0 items-center gap-1.5', className)}>
      <span aria-hidden className={classNames('size-2 shrink-0 rounded-full', DOTS[tone])} />
      <span className={showLabel ? 'truncate text-xs text-muted' : 'sr-only'}>{label}</span>
    </span>
  )
}
