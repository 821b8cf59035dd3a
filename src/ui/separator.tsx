import { Separator as AriaSeparator } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface SeparatorProps {
  readonly orientation?: 'horizontal' | 'vertical'
  readonly className?: string
}

/** A line between groups, also inside menus. */
export function Separator({ orientation = 'horizontal', className }: SeparatorProps) {
  return (
    <AriaSeparator
      orientation={orientation}
      className={classNames(
        'shrink-0 border-0 bg-line',
        orientation === 'horizontal' ? 'my-1 h-px w-full' : 'mx-1 h-5 w-px self-center',
        className,
      )}
    />
  )
}
