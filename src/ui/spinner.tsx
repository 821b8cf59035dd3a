import { classNames } from './class-names.ts'

export interface SpinnerProps {
  /** What is being waited for; read out and, with `showLabel`, shown. */
  readonly label: string
  readonly showLabel?: boolean
  readonly size?: 'sm' | 'md'
  readonly className?: string
}

/** Says that something takes a moment, and what. */
export function Spinner({ label, showLabel = false, size = 'sm', className }: SpinnerProps) {
  return (
    <span role="status" className={classNames('inline-flex items-center gap-2 text-muted', className)}>
      <SpinnerMark size={size} />
      <span className={showLabel ? 'text-sm' : 'sr-only'}>{label}</span>
    </span>
  )
}

/** The turning ring alone, for controls that already say what they wait for. */
export function SpinnerMark({ size = 'sm' }: Pick<SpinnerProps, 'size'>) {
  return (
    <span
      aria-hidden
      className={classNames(
        'inline-block shrink-0 animate-spin rounded-full border-2 border-current/25 border-t-current motion-reduce:animate-pulse',
        size === 'sm' ? 'size-3.5' : 'size-5',
      )}
    />
  )
}
