import { unreachable } from '#base'
import type { InputSpec } from '#domain'
import { textOf, useTranslation } from '#texts'
import type { ComponentType } from 'react'
import { BooleanEditor } from './boolean-editor.tsx'
import { ChoiceEditor } from './choice-editor.tsx'
import { ExpressionEditor } from './expression-editor.tsx'
import { FieldsEditor } from './fields-editor.tsx'
import type { ChangeInput } from './input-edit.ts'
import type { InputFieldProps } from './input-field-props.ts'
import type { InputMode } from './input-mode.ts'
import { JsonEditor } from './json-editor.tsx'
import { ListEditor } from './list-editor.tsx'
import { NumberEditor } from './number-editor.tsx'
import { ReferenceChip } from './reference-chip.tsx'
import { TextEditor, type EditorProps } from './text-editor.tsx'

export interface ValueEditorProps extends EditorProps {
  readonly spec: InputSpec
  readonly mode: InputMode
  readonly onPick: () => void
  /** For edits of a part, which says itself why it was refused. */
  readonly onPart: ChangeInput
  /** Edits the values inside rows and lists; given, because it is what contains this editor. */
  readonly Field: ComponentType<InputFieldProps>
}

/** The editor for the way a value is given. */
export function ValueEditor(props: ValueEditorProps) {
  const { t } = useTranslation()
  const { spec, mode, value } = props
  const placeholder = spec.placeholder === undefined ? '' : textOf(t, spec.placeholder)
  const editor = { ...props, placeholder }
  switch (mode) {
    case 'text':
      return <TextEditor {...editor} isMultiline={spec.type === 'code'} isCode={spec.type === 'code'} />
    case 'expression':
      return <ExpressionEditor {...editor} />
    case 'reference':
    case 'variable':
      return value?.kind === 'reference' || value?.kind === 'variable' ? (
        <ReferenceChip {...editor} part={value} onReplace={props.onPick} />
      ) : null
    case 'value':
      return <LiteralEditor {...editor} />
  }
}

function LiteralEditor(props: ValueEditorProps & { readonly placeholder: string }) {
  const { spec } = props
  switch (spec.type) {
    case 'number':
      return <NumberEditor {...props} />
    case 'boolean':
      return <BooleanEditor {...props} />
    case 'choice':
      return <ChoiceEditor {...props} />
    case 'fields':
      return <FieldsEditor {...props} />
    case 'list':
      return <ListEditor {...props} />
    case 'json':
    case 'text':
    case 'code':
      return <JsonEditor {...props} />
    default:
      return unreachable(spec.type)
  }
}
