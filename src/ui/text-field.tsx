import type { ReactNode, Ref } from 'react'
import {
  Group,
  Input,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { fieldBoxClass, FieldFrame, fieldParts, inputClass, type FieldFrameProps } from './field-frame.tsx'

export interface TextFieldProps
  extends FieldFrameProps, Readonly<Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid'>> {
  readonly placeholder?: string
  /** Stands inside the box before what is typed: an icon, `https://`. */
  readonly prefix?: ReactNode
  /** Stands inside the box after what is typed: a unit, an icon button. */
  readonly suffix?: ReactNode
  /** For ids, URLs, code: what is compared letter by letter. */
  readonly isMonospace?: boolean
  /** The input element, for focus. */
  readonly inputRef?: Ref<HTMLInputElement>
}

/** One line of text. Controlled by `value` and `onChange(text)`, which is what a form's `Controller` gives. */
export function TextField(props: TextFieldProps) {
  const { frame, field, own } = fieldParts(props)
  const { placeholder, prefix, suffix, isMonospace = false, inputRef, ...rest } = own
  return (
    <AriaTextField validationBehavior="aria" {...rest} {...field}>
      <FieldFrame {...frame}>
        <Group className={fieldBoxClass}>
          {prefix != null && <span className="flex shrink-0 ps-2.5 text-faint [&_svg]:size-4">{prefix}</span>}
          <Input
            {...(inputRef && { ref: inputRef })}
            {...(placeholder != null && { placeholder })}
            {...(isMonospace && { dir: 'ltr' })}
            className={classNames(inputClass, isMonospace && 'font-mono text-xs')}
          />
          {suffix != null && (
            <span className="flex shrink-0 items-center pe-1 text-xs text-muted [&_svg]:size-4">{suffix}</span>
          )}
        </Group>
      </FieldFrame>
    </AriaTextField>
  )
}
