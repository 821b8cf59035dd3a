import type { ReactNode } from 'react'
import { SwitchButton, SwitchField, Text, type SwitchFieldProps } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface SwitchProps extends Readonly<Omit<SwitchFieldProps, 'children' | 'className' | 'style'>> {
  readonly label: string
  readonly description?: ReactNode
  /** The label is still the name, it only takes no room. */
  readonly isLabelHidden?: boolean
  readonly className?: string
}

/** Turns one thing on or off, at once. */
export function Switch({ label, description, isLabelHidden = false, className, ...rest }: SwitchProps) {
  return (
    <SwitchField {...rest} className={classNames('flex min-w-0 flex-col gap-0.5', className)}>
      <SwitchButton className="group/switch flex min-h-6 cursor-default items-start gap-2 py-0.5 text-sm text-default data-disabled:opacity-45">
        <span
          aria-hidden
          className={classNames(
            'mt-px flex h-4.5 w-8 shrink-0 items-center rounded-full border border-control bg-sunken p-px transition-colors',
            'group-data-hovered/switch:border-muted group-data-selected/switch:border-accent group-data-selected/switch:bg-accent',
            'group-data-focus-visible/switch:outline-2 group-data-focus-visible/switch:outline-offset-1 group-data-focus-visible/switch:outline-focus',
          )}
        >
          <span className="size-3.5 rounded-full bg-control transition-all group-data-selected/switch:ms-3.5 group-data-selected/switch:bg-on-accent" />
        </span>
        <span className={isLabelHidden ? 'sr-only' : 'min-w-0 break-words'}>{label}</span>
      </SwitchButton>
      {description != null && (
        <Text slot="description" className="ps-10 text-xs text-pretty text-muted">
          {description}
        </Text>
      )}
    </SwitchField>
  )
}
