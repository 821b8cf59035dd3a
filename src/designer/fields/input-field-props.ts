import type { InputSpec, InputValue } from '#domain'
import type { FieldContext } from './field-context.ts'
import type { ChangeInput } from './input-edit.ts'

export interface InputFieldProps extends FieldContext {
  /** What the input is; its label and help may be keys of texts or plain text. */
  readonly spec: InputSpec
  readonly value: InputValue | undefined
  /** Called with each letter; null means nothing is given any more. */
  readonly onChange: ChangeInput
  /** The accessible name when it is not the spec's label. */
  readonly label?: string | undefined
  /** The label is still the name, it only takes no room. */
  readonly isLabelHidden?: boolean
  /** How a text is first taken, where text and JSON value are both natural (rows, items, sides of a condition). */
  readonly startsAs?: 'text' | 'value'
  /** Whether line breaks are refused, as in header values. */
  readonly isHeader?: boolean
}
