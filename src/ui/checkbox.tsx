import { Check, Minus } from 'lucide-react'
import type { ReactNode } from 'react'
import { CheckboxButton, CheckboxField, Text, type CheckboxFieldProps } from 'react-aria-components'
import { classNames } from './class-names.ts'

export interface CheckboxProps extends Readonly<Omit<CheckboxFieldProps, 'children' | 'className' | 'style'>> {
  readonly label: string
  readonly description?: ReactNode
  readonly isLabelHidden?: boolean
  readonly className?: string
}

/** Agrees to one thing, or picks several of a list; takes effect with the form around it. */
export function Checkbox({ label, description, isLabelHidden = false, className, ...rest }: CheckboxProps) {
  return (
    <CheckboxField
      validationBehavior="aria"
      {...rest}
      className={classNames('flex min-w-0 flex-col gap-0.5', className)}
    >
      <CheckboxButton className="group/check flex min-h-6 cursor-default items-start gap-2 py-0.5 text-sm text-default data-disabled:opacity-45">
        {({ isSelected, isIndeterminate }) => (
          <>
            <span
              aria-hidden
              className={classNames(
                'mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-sm border border-control bg-surface text-on-accent transition-colors',
                'group-data-hovered/check:border-muted group-data-invalid/check:border-danger',
                'group-data-selected/check:border-accent group-data-selected/check:bg-accent group-data-indeterminate/check:border-accent group-data-indeterminate/check:bg-accent',
                'group-data-focus-visible/check:outline-2 group-data-focus-visible/check:outline-offset-1 group-data-focus-visible/check:outline-focus',
              )}
            >
              {isIndeterminate ? <Minus className="size-3" /> : isSelected && <Check className="size-3 stroke-3" />}
            </span>
            <span className={isLabelHidden ? 'sr-only' : 'min-w-0 break-words'}>{label}</span>
          </>
        )}
      </CheckboxButton>
      {description != null && (
        <Text slot="description" className="ps-6 text-xs text-pretty text-muted">
          {description}
        </Text>
      )}
    </CheckboxField>
  )
}
