import type { ReactNode } from 'react'
import {
  ToggleButton as AriaToggleButton,
  type ToggleButtonProps as AriaToggleButtonProps,
} from 'react-aria-components'
import { buttonStyle, type ButtonSize } from './button-style.ts'
import { classNames } from './class-names.ts'

export interface ToggleButtonProps extends Readonly<Omit<AriaToggleButtonProps, 'children' | 'className' | 'style'>> {
  readonly children: ReactNode
  readonly icon?: ReactNode
  readonly size?: ButtonSize
  readonly className?: string
}

/** A button that stays pressed. */
export function ToggleButton({ children, icon, size = 'md', className, ...rest }: ToggleButtonProps) {
  return (
    <AriaToggleButton
      {...rest}
      className={classNames(
        buttonStyle('quiet', size),
        'data-selected:border-accent-line data-selected:bg-accent-soft data-selected:text-accent-text',
        className,
      )}
    >
      {icon}
      <span className="truncate">{children}</span>
    </AriaToggleButton>
  )
}
