import { ChevronDown } from 'lucide-react'
import {
  Button,
  Popover,
  Select as AriaSelect,
  SelectValue,
  type SelectProps as AriaSelectProps,
} from 'react-aria-components'
import type { Choice } from './choice.ts'
import { ChoiceList } from './choice-list.tsx'
import { FieldFrame, fieldParts, type FieldFrameProps } from './field-frame.tsx'
import { classNames } from './class-names.ts'
import { floatClass, floatStyle } from './float-class.ts'

export interface SelectProps<Id extends string>
  extends
    FieldFrameProps,
    Readonly<
      Pick<AriaSelectProps, 'isDisabled' | 'isRequired' | 'name' | 'autoFocus' | 'onBlur' | 'onOpenChange' | 'isOpen'>
    > {
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
  readonly placeholder?: string
  readonly size?: 'sm' | 'md'
}

const BUTTON_CLASS = classNames(
  'focus-mark flex w-full min-w-0 cursor-default items-center gap-2 rounded-md border border-control bg-surface ps-2.5 pe-2 text-start text-strong transition-colors',
  'data-hovered:border-muted data-pressed:bg-hover group-data-invalid/field:border-danger group-data-disabled/field:border-line-strong group-data-disabled/field:bg-sunken group-data-disabled/field:text-faint',
)

/** Chooses one of a few known things. Use a combo box when there are more than a dozen. */
export function Select<Id extends string>(props: SelectProps<Id>) {
  const { frame, field, own } = fieldParts(props)
  const { choices, value, onChange, placeholder, size = 'md', ...rest } = own
  const chosen = choices.find((choice) => choice.id === value)
  return (
    <AriaSelect
      validationBehavior="aria"
      {...rest}
      {...(placeholder != null && { placeholder })}
      value={value}
      onChange={(key) => {
        const choice = choices.find(({ id }) => id === key)
        if (choice) onChange(choice.id)
      }}
      {...field}
    >
      <FieldFrame {...frame}>
        <Button className={classNames(BUTTON_CLASS, size === 'sm' ? 'min-h-7 text-xs' : 'min-h-8 text-sm')}>
          <SelectValue className="flex min-w-0 flex-1 items-center gap-2 data-placeholder:text-faint">
            {({ selectedText, defaultChildren, isPlaceholder }) =>
              isPlaceholder ? (
                defaultChildren
              ) : (
                <>
                  {chosen?.icon != null && (
                    <span className="flex shrink-0 text-muted [&_svg]:size-4">{chosen.icon}</span>
                  )}
                  <span className="truncate">{selectedText}</span>
                </>
              )
            }
          </SelectValue>
          <ChevronDown aria-hidden className="size-4 shrink-0 text-muted" />
        </Button>
      </FieldFrame>
      <Popover
        offset={4}
        className={classNames(floatClass, 'min-w-(--trigger-width) max-w-96')}
        style={floatStyle}
        data-overlay=""
      >
        <ChoiceList choices={choices} />
      </Popover>
    </AriaSelect>
  )
}
