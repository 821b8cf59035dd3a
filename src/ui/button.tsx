import type { ReactNode, Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { buttonStyle, type ButtonSize, type ButtonVariant } from './button-style.ts'
import { SpinnerMark } from './spinner.tsx'

export interface ButtonProps extends Readonly<Omit<AriaButtonProps, 'children' | 'className' | 'style'>> {
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  readonly size?: ButtonSize
  /** Stands before the text and says nothing of its own. */
  readonly icon?: ReactNode
  /** For layout only; the look is the variant's. */
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

/** Does something. With `isPending` it keeps its width and focus, turns a spinner and cannot be pressed again. */
export function Button({ children, variant = 'secondary', size = 'md', icon, className, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={buttonStyle(variant, size, className)}>
      {({ isPending }) => (
        <>
          {isPending ? <SpinnerMark /> : icon}
          <span className="truncate">{children}</span>
        </>
      )}
    </AriaButton>
  )
}
