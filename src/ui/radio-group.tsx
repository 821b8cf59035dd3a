import {
  RadioButton,
  RadioField,
  RadioGroup as AriaRadioGroup,
  Text,
  type RadioGroupProps as AriaRadioGroupProps,
} from 'react-aria-components'
import type { Choice } from './choice.ts'
import { classNames } from './class-names.ts'
import { FieldFrame, fieldParts, type FieldFrameProps } from './field-frame.tsx'

export interface RadioGroupProps<Id extends string>
  extends
    FieldFrameProps,
    Readonly<Pick<AriaRadioGroupProps, 'isDisabled' | 'isRequired' | 'name' | 'orientation' | 'onBlur'>> {
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  readonly onChange: (id: Id) => void
}

/** Chooses one of a few things that need an explanation each. */
export function RadioGroup<Id extends string>(props: RadioGroupProps<Id>) {
  const { frame, field, own } = fieldParts(props)
  const { choices, value, onChange, ...rest } = own
  return (
    <AriaRadioGroup validationBehavior="aria" {...rest} value={value} onChange={(id) => onChange(id as Id)} {...field}>
      <FieldFrame {...frame}>
        <div className="flex flex-col gap-1 group-data-[orientation=horizontal]/field:flex-row group-data-[orientation=horizontal]/field:flex-wrap group-data-[orientation=horizontal]/field:gap-x-5">
          {choices.map((choice) => (
            <RadioChoice key={choice.id} {...choice} />
          ))}
        </div>
      </FieldFrame>
    </AriaRadioGroup>
  )
}

function RadioChoice({ id, label, description, isDisabled = false }: Choice) {
  return (
    <RadioField value={id} isDisabled={isDisabled} className="flex min-w-0 flex-col">
      <RadioButton className="group/radio flex min-h-6 cursor-default items-start gap-2 py-0.5 text-sm text-default data-disabled:opacity-45">
        <span
          aria-hidden
          className={classNames(
            'mt-0.5 size-4 shrink-0 rounded-full border border-control bg-surface transition-all group-data-hovered/radio:border-muted',
            'group-data-selected/radio:border-5 group-data-selected/radio:border-accent',
            'group-data-focus-visible/radio:outline-2 group-data-focus-visible/radio:outline-offset-1 group-data-focus-visible/radio:outline-focus',
          )}
        />
        <span className="min-w-0 break-words">{label}</span>
      </RadioButton>
      {description != null && (
        <Text slot="description" className="ps-6 text-xs text-pretty text-muted">
          {description}
        </Text>
      )}
    </RadioField>
  )
}
