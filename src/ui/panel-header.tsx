import type { ReactNode } from 'react'
import { classNames } from './class-names.ts'

export interface PanelHeaderProps {
  readonly title: string
  /** After the title: a count, a status. */
  readonly badge?: ReactNode
  readonly icon?: ReactNode
  /** At the end: icon buttons. */
  readonly actions?: ReactNode
  readonly level?: 1 | 2 | 3
  readonly className?: string
}

/** The top row of a panel. */
export function PanelHeader({ title, badge, icon, actions, level = 2, className }: PanelHeaderProps) {
  const Heading = `h${level}` as const
  return (
    <header
      className={classNames('flex min-h-10 shrink-0 items-center gap-2 border-b border-line ps-3 pe-2', className)}
    >
      {icon != null && <span className="flex shrink-0 text-muted [&_svg]:size-4">{icon}</span>}
      <Heading className="min-w-0 truncate text-sm font-semibold text-strong">{title}</Heading>
      {badge}
      <div className="ms-auto flex shrink-0 items-center gap-1">{actions}</div>
    </header>
  )
}
