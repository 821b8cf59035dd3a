import { ChevronDown } from 'lucide-react'
import type { ReactNode, Ref } from 'react'
import {
  Button,
  ComboBox as AriaComboBox,
  Group,
  Input,
  Popover,
  type ComboBoxProps as AriaComboBoxProps,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { Choice } from './choice.ts'
import { ChoiceList } from './choice-list.tsx'
import { classNames } from './class-names.ts'
import { fieldBoxClass, FieldFrame, fieldParts, inputClass, type FieldFrameProps } from './field-frame.tsx'
import { floatClass, floatStyle } from './float-class.ts'

export interface ComboBoxProps<Id extends string>
  extends
    FieldFrameProps,
    Readonly<
      Pick<
        AriaComboBoxProps<object>,
        'isDisabled' | 'isRequired' | 'name' | 'autoFocus' | 'onBlur' | 'inputValue' | 'onInputChange' | 'menuTrigger'
      >
    > {
  readonly choices: readonly Choice<Id>[]
  readonly value: Id | null
  /** `null` when the text was cleared, or is not a choice where `allowsCustomValue` lets it stay. */
  readonly onChange: (id: Id | null) => void
  readonly placeholder?: string
  /** What is typed may stay although it is no choice; read it from `onInputChange`. */
  readonly allowsCustomValue?: boolean
  readonly isMonospace?: boolean
  /** Under the options: an action such as making a new one. */
  readonly footer?: ReactNode
  readonly inputRef?: Ref<HTMLInputElement>
}

/** Chooses one of many by typing. */
export function ComboBox<Id extends string>(props: ComboBoxProps<Id>) {
  const { frame, field, own } = fieldParts(props)
  const {
    choices,
    value,
    onChange,
    placeholder,
    allowsCustomValue = false,
    isMonospace = false,
    footer,
    inputRef,
    ...rest
  } = own
  const { t } = useTranslation()
  return (
    <AriaComboBox
      validationBehavior="aria"
      menuTrigger="focus"
      {...rest}
      allowsCustomValue={allowsCustomValue}
      allowsEmptyCollection={!allowsCustomValue}
      value={value}
      onChange={(key) => onChange(choices.find(({ id }) => id === key)?.id ?? null)}
      {...field}
    >
      <FieldFrame {...frame}>
        <Group className={classNames(fieldBoxClass, 'pe-1')}>
          <Input
            {...(inputRef && { ref: inputRef })}
            {...(placeholder != null && { placeholder })}
            {...(isMonospace && { dir: 'ltr' })}
            className={classNames(inputClass, isMonospace && 'font-mono text-xs')}
          />
          <Button
            aria-label={t('common.showSuggestions')}
            className="focus-mark flex size-6 shrink-0 items-center justify-center rounded-sm text-muted data-hovered:bg-hover"
          >
            <ChevronDown aria-hidden className="size-4" />
          </Button>
        </Group>
      </FieldFrame>
      <Popover
        offset={4}
        className={classNames(floatClass, 'w-(--trigger-width) min-w-56')}
        style={floatStyle}
        data-overlay=""
      >
        <ChoiceList choices={choices} footer={footer} />
      </Popover>
    </AriaComboBox>
  )
}
