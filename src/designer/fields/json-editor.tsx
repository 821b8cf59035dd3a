import { useTranslation } from '#texts'
import { useMemo } from 'react'
import { CodeField } from './code/code-field.tsx'
import type { CodeMark } from './code/code-view.ts'
import { FieldNote } from './field-note.tsx'
import { refusalText } from './refusal-text.ts'
import { useChipSurroundings } from './template/use-chip-surroundings.ts'
import type { EditorProps } from './text-editor.tsx'
import { useTypedText } from './use-typed-text.ts'
import { jsonValueOf } from './value/json-value-of.ts'
import { jsonTextOf, valueOfJsonText } from './value/json-text.ts'

const NO_MARKS: readonly CodeMark[] = []

/** JSON as text. What is not complete yet, or could not be kept as a value, is kept as a draft. */
export function JsonEditor(props: EditorProps) {
  const { t } = useTranslation()
  const { faceOf } = useChipSurroundings(props.scope)
  const [text, setTyped] = useTypedText(props.value, jsonTextOf, valueOfJsonText)
  const read = useMemo(() => (text.trim() === '' ? null : jsonValueOf(text)), [text])
  const stop = read?.ok === false ? read.error : null
  return (
    <>
      <CodeField
        label={props.label}
        language="json"
        text={text}
        onText={(next) => setTyped(next, props.onChange(valueOfJsonText(next), 'typing'))}
        isMultiline
        isReadOnly={props.isReadOnly}
        isInvalid={props.isInvalid === true || stop !== null}
        describedBy={props.describedBy}
        placeholder={props.placeholder ?? ''}
        marks={NO_MARKS}
        faceOf={faceOf}
        {...(props.onBlur && { onBlur: props.onBlur })}
        {...(props.handle && { handle: props.handle })}
      />
      {stop && props.isInvalid !== true && (
        <FieldNote tone="danger">
          {'line' in stop ? t('fields.notJsonAt', { line: stop.line }) : refusalText(t, stop.unfit)}
        </FieldNote>
      )}
    </>
  )
}
