import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface EmptyStateProps {
  readonly title: string
  readonly children?: ReactNode
  readonly icon?: ReactNode
  /** The next thing to do. */
  readonly action?: ReactNode
  readonly className?: string
}

/** Stands where nothing is yet, and says what to do about it. */
export function EmptyState({ title, children, icon, action, className }: EmptyStateProps) {
  return (
    <div className={classNames('flex flex-col items-center justify-center gap-1 px-6 py-8 text-center', className)}>
      {icon != null && <span className="mb-2 text-faint [&_svg]:size-6 [&_svg]:stroke-[1.5]">{icon}</span>}
      <p className="text-sm font-medium text-balance text-strong">{title}</p>
      {children != null && <div className="max-w-80 text-xs text-pretty text-muted">{children}</div>}
      {action != null && <div className="mt-3 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  )
}
