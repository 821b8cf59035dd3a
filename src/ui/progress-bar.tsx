import { Label, ProgressBar as AriaProgressBar } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface ProgressBarProps {
  readonly label: string
  /** Percent, 0 to 100; left out while nobody knows. */
  readonly value?: number
  readonly className?: string
}

/** How far something long has come. */
export function ProgressBar({ label, value, className }: ProgressBarProps) {
  return (
    <AriaProgressBar
      {...(value === undefined ? { isIndeterminate: true } : { value })}
      className={classNames('flex min-w-0 flex-col gap-1', className)}
    >
      {({ percentage, valueText }) => (
        <>
          <span className="flex gap-2 text-xs">
            <Label className="min-w-0 flex-1 truncate text-default">{label}</Label>
            {valueText != null && <span className="text-muted tabular-nums">{valueText}</span>}
          </span>
          <span className="relative h-1.5 overflow-hidden rounded-full bg-pressed">
            <span
              className={classNames(
                'absolute inset-y-0 rounded-full bg-accent transition-[width]',
                percentage === undefined
                  ? 'w-2/5 animate-indeterminate motion-reduce:w-full motion-reduce:animate-pulse'
                  : 'start-0',
              )}
              style={percentage === undefined ? {} : { width: `${percentage}%` }}
            />
          </span>
        </>
      )}
    </AriaProgressBar>
  )
}
