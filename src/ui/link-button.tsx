import type { ReactNode } from 'react'
import { Link, type LinkProps } from 'react-aria-components'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style.ts'
import { classNames } from './class-names.ts'

export interface LinkButtonProps extends Readonly<Omit<LinkProps, 'children' | 'className' | 'style'>> {
  readonly children: ReactNode
  /** `text` is a link inside or beside text; the others look like buttons. */
  readonly variant?: ButtonVariant | 'text'
  readonly size?: ButtonSize
  readonly icon?: ReactNode
  readonly className?: string
}

/** Goes somewhere. Without `href` it is still a link to assistive technology, and `onPress` does the going. */
export function LinkButton({ children, variant = 'text', size = 'md', icon, className, ...rest }: LinkButtonProps) {
  const look =
    variant === 'text'
      ? classNames(
          'focus-mark inline-flex min-h-6 cursor-pointer items-center gap-1 rounded-sm text-accent-text underline decoration-accent-line underline-offset-3 data-hovered:decoration-current [&_svg]:size-4',
          className,
        )
      : buttonStyle(variant, size, className)
  return (
    <Link {...rest} className={look}>
      {icon}
      <span className={variant === 'text' ? '' : 'truncate'}>{children}</span>
    </Link>
  )
}
