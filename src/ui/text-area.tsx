import type { ReactNode, Ref } from 'react'
import {
  Group,
  TextArea as AriaTextArea,
  TextField as AriaTextField,
  type TextFieldProps as AriaTextFieldProps,
} from 'react-aria-components'
import { classNames } from './class-names.ts'
import { fieldBoxClass, FieldFrame, fieldParts, type FieldFrameProps } from './field-frame.tsx'

export interface TextAreaProps
  extends
    FieldFrameProps,
    Readonly<Omit<AriaTextFieldProps, 'children' | 'className' | 'style' | 'isInvalid' | 'type'>> {
  readonly placeholder?: string
  /** Lines shown before it grows; it grows with its text up to 20 lines. */
  readonly rows?: number
  readonly isMonospace?: boolean
  /** Its text is drawn as dots. */
  readonly isMasked?: boolean
  /** Stands inside the box beside what is typed: an icon button. */
  readonly suffix?: ReactNode
  readonly inputRef?: Ref<HTMLTextAreaElement>
}

/** Text of several lines. */
export function TextArea(props: TextAreaProps) {
  const { frame, field, own } = fieldParts(props)
  const { placeholder, rows = 3, isMonospace = false, isMasked = false, suffix, inputRef, ...rest } = own
  return (
    <AriaTextField validationBehavior="aria" {...rest} {...field}>
      <FieldFrame {...frame}>
        <Group className={fieldBoxClass}>
          <AriaTextArea
            {...(inputRef && { ref: inputRef })}
            {...(placeholder != null && { placeholder })}
            {...(isMonospace && { dir: 'ltr' })}
            rows={rows}
            className={classNames(
              'field-sizing-content max-h-100 w-full min-w-0 resize-y bg-transparent px-2.5 py-1.5 outline-none placeholder:text-faint',
              isMonospace && 'font-mono text-xs',
              isMasked && '[-webkit-text-security:disc]',
            )}
          />
          {suffix != null && <span className="shrink-0 self-start pt-1 pe-1">{suffix}</span>}
        </Group>
      </FieldFrame>
    </AriaTextField>
  )
}
