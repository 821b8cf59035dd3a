import { useTranslation } from '#texts'
import { TextField } from '#ui'
import type { EditorProps } from './text-editor.tsx'
import { useTypedText } from './use-typed-text.ts'
import { numberTextOf, valueOfNumberText } from './value/number-text.ts'

/** A number. What is none yet is kept as a draft. */
export function NumberEditor(props: EditorProps) {
  const { t } = useTranslation()
  const [text, setTyped] = useTypedText(props.value, numberTextOf, valueOfNumberText)
  const isDraft = valueOfNumberText(text)?.kind === 'draft'
  return (
    <TextField
      label={props.label}
      isLabelHidden
      inputMode="decimal"
      value={text}
      isReadOnly={props.isReadOnly}
      placeholder={props.placeholder ?? ''}
      error={isDraft ? t('fields.notANumber', { text }) : undefined}
      onChange={(next) => setTyped(next, props.onChange(valueOfNumberText(next), 'typing'))}
      {...(props.onBlur && { onBlur: props.onBlur })}
      {...(props.describedBy !== undefined && { 'aria-describedby': props.describedBy })}
    />
  )
}
