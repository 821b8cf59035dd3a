import { Minus, Plus } from 'lucide-react'
import type { Ref } from 'react'
import {
  Button,
  Group,
  Input,
  NumberField as AriaNumberField,
  type NumberFieldProps as AriaNumberFieldProps,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { classNames } from './class-names.ts'
import { fieldBoxClass, FieldFrame, fieldParts, inputClass, type FieldFrameProps } from './field-frame.tsx'

export interface NumberFieldProps
  extends FieldFrameProps, Readonly<Omit<AriaNumberFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>> {
  readonly placeholder?: string
  readonly inputRef?: Ref<HTMLInputElement>
}

const STEP_CLASS =
  'focus-mark flex size-6 shrink-0 items-center justify-center rounded-sm text-muted data-hovered:bg-hover data-pressed:bg-pressed data-disabled:opacity-40'

/** A number in the locale's notation; arrow keys and the two buttons step it. `onChange` gives `NaN` when it is emptied. */
export function NumberField(props: NumberFieldProps) {
  const { frame, field, own } = fieldParts(props)
  const { placeholder, inputRef, ...rest } = own
  const { t } = useTranslation()
  return (
    <AriaNumberField
      validationBehavior="aria"
      decrementAriaLabel={t('common.decrease')}
      incrementAriaLabel={t('common.increase')}
      {...rest}
      {...field}
    >
      <FieldFrame {...frame}>
        <Group className={classNames(fieldBoxClass, 'pe-1')}>
          <Input
            {...(inputRef && { ref: inputRef })}
            {...(placeholder != null && { placeholder })}
            className={classNames(inputClass, 'tabular-nums')}
          />
          <Button slot="decrement" className={STEP_CLASS}>
            <Minus aria-hidden className="size-3.5" />
          </Button>
          <Button slot="increment" className={STEP_CLASS}>
            <Plus aria-hidden className="size-3.5" />
          </Button>
        </Group>
      </FieldFrame>
    </AriaNumberField>
  )
}
