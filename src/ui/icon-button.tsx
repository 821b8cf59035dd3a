import { useId, type ReactNode, type Ref } from 'react'
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components'
import { buttonStyle, type ButtonVariant } from './button-style.ts'
import { classNames } from './class-names.ts'
import { SpinnerMark } from './spinner.tsx'
import { Tooltip, type TooltipProps } from './tooltip.tsx'

export interface IconButtonProps extends Readonly<Omit<AriaButtonProps, 'children' | 'className' | 'style'>> {
  /** The name of the button, and its tooltip. */
  readonly 'aria-label': string
  readonly children: ReactNode
  readonly variant?: ButtonVariant
  /** 24, 28 or 32 px square. */
  readonly size?: 'xs' | 'sm' | 'md'
  readonly shortcut?: readonly string[]
  /** Says more than the name, e.g. what would be undone; read out, and shown in the tooltip. */
  readonly description?: string
  readonly placement?: NonNullable<TooltipProps['placement']>
  readonly className?: string
  readonly ref?: Ref<HTMLButtonElement>
}

const SIZES = { xs: 'size-6 min-h-6', sm: 'size-7 min-h-7', md: 'size-8' } as const

/** A button that is only an icon: its name is required and shown as a tooltip. */
export function IconButton({
  children,
  variant = 'quiet',
  size = 'md',
  shortcut,
  description,
  placement,
  className,
  ...rest
}: IconButtonProps) {
  const descriptionId = useId()
  const name = rest['aria-label']
  return (
    <Tooltip
      text={description === undefined ? name : `${name}: ${description}`}
      {...(shortcut && { shortcut })}
      {...(placement && { placement })}
    >
      <AriaButton
        {...(description !== undefined && { 'aria-describedby': descriptionId })}
        {...rest}
        className={classNames(buttonStyle(variant, 'sm', 'shrink-0'), 'px-0!', SIZES[size], className)}
      >
        {({ isPending }) => (
          <>
            {isPending ? <SpinnerMark /> : children}
            {description !== undefined && (
              <span id={descriptionId} hidden>
                {description}
              </span>
            )}
          </>
        )}
      </AriaButton>
    </Tooltip>
  )
}
