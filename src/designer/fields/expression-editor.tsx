import type { Problem } from '#base'
import { useTranslation, type TFunction } from '#texts'
import { useMemo } from 'react'
import { CodeField } from './code/code-field.tsx'
import type { CodeMark } from './code/code-view.ts'
import { FieldNote } from './field-note.tsx'
import { useChipSurroundings } from './template/use-chip-surroundings.ts'
import type { EditorProps } from './text-editor.tsx'
import { useTypedText } from './use-typed-text.ts'
import { expressionProblem, expressionTextOf, valueOfExpressionText } from './value/expression-text.ts'

/** JSONata. What does not parse stays as it was typed, with its first error marked and said. */
export function ExpressionEditor(props: EditorProps) {
  const { t } = useTranslation()
  const { faceOf, completions } = useChipSurroundings(props.scope)
  const [text, setTyped] = useTypedText(props.value, expressionTextOf, valueOfExpressionText)
  const found = useMemo(() => expressionProblem(text), [text])
  const position = positionOf(found)
  const sentence = found ? sentenceOf(t, found, position) : null
  const marks = useMemo<readonly CodeMark[]>(
    () =>
      sentence === null || text === '' ? [] : [{ from: Math.max(0, position - 1), to: position, message: sentence }],
    [sentence, position, text],
  )
  return (
    <>
      <CodeField
        label={props.label}
        language="expression"
        text={text}
        onText={(next) => setTyped(next, props.onChange(valueOfExpressionText(next), 'typing'))}
        isMultiline
        isReadOnly={props.isReadOnly}
        isInvalid={props.isInvalid === true || (text !== '' && found !== null)}
        describedBy={props.describedBy}
        marks={marks}
        faceOf={faceOf}
        chipsVersion={faceOf}
        completions={completions}
        {...(props.onBlur && { onBlur: props.onBlur })}
        {...(props.handle && { handle: props.handle })}
      />
      {sentence !== null && <FieldNote tone={text === '' ? 'muted' : 'danger'}>{sentence}</FieldNote>}
    </>
  )
}

const positionOf = (problem: Problem | null): number => {
  const position = problem?.at['position']
  return typeof position === 'number' ? position : 0
}

function sentenceOf(t: TFunction, { code, params }: Problem, at: number): string {
  const position = Math.max(1, at)
  const token = params['token']
  if (code === 'expression-empty') return t('fields.expressionEmpty')
  if (code !== 'expression-syntax') return t('fields.expressionTooLarge')
  return token === undefined
    ? t('fields.expressionUnread', { position })
    : t('fields.expressionToken', { position, token: String(token) })
}
