import type { InputValue } from '#domain'
import type { Ref } from 'react'
import type { CodeFieldHandle } from './code/code-field-props.ts'
import { CodeField } from './code/code-field.tsx'
import type { ChangeInput } from './input-edit.ts'
import type { FieldContext } from './field-context.ts'
import { useChipSurroundings } from './template/use-chip-surroundings.ts'
import { chipsIn, textOfValue, valueOfText } from './template/template-text.ts'
import { useTypedText } from './use-typed-text.ts'

export interface EditorProps extends FieldContext {
  readonly label: string
  readonly value: InputValue | undefined
  readonly onChange: ChangeInput
  readonly describedBy?: string | undefined
  readonly placeholder?: string
  readonly isInvalid?: boolean
  readonly handle?: Ref<CodeFieldHandle>
  readonly onPick?: () => void
}

const textOf = (value: InputValue | undefined) => textOfValue(value) ?? ''
const valueOf = (text: string) => (text === '' ? null : valueOfText(text))

/** Text in which references may stand as chips. */
export function TextEditor(props: EditorProps & { readonly isMultiline: boolean; readonly isCode: boolean }) {
  const { scope, onChange, value } = props
  const { faceOf, completions } = useChipSurroundings(scope)
  const [text, setTyped] = useTypedText(value, textOf, valueOf)
  return (
    <CodeField
      label={props.label}
      language="template"
      text={text}
      onText={(next) => {
        // A chip that comes or goes is an edit of its own; letters are a burst.
        const isTyping = chipsIn(next).length === chipsIn(text).length
        setTyped(next, onChange(valueOf(next), isTyping ? 'typing' : 'choice'))
      }}
      isMultiline={props.isMultiline}
      isReadOnly={props.isReadOnly}
      isInvalid={props.isInvalid ?? false}
      describedBy={props.describedBy}
      placeholder={props.placeholder ?? ''}
      faceOf={faceOf}
      chipsVersion={faceOf}
      completions={completions}
      {...(props.onPick && { onPick: props.onPick })}
      {...(props.onBlur && { onBlur: props.onBlur })}
      {...(props.handle && { handle: props.handle })}
    />
  )
}
