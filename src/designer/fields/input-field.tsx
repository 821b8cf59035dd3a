import { textOf, useTranslation } from '#texts'
import { memo, useId } from 'react'
import { FieldFrame } from './field-frame.tsx'
import { FieldNote } from './field-note.tsx'
import type { ChangeInput } from './input-edit.ts'
import type { InputFieldProps } from './input-field-props.ts'
import { LiveValue } from './live/live-value.tsx'
import { notKeptText } from './refusal-text.ts'
import { SecretNotice } from './secret-notice.tsx'
import { useInputModes } from './use-input-modes.ts'
import { useRefusal } from './use-refusal.ts'
import { sameInput } from './use-typed-text.ts'
import { ValueEditor } from './value-editor.tsx'
import { breaksHeader } from './value/breaks-header.ts'

/**
 * One input of a step: how it is given, its editor, its live value and what is wrong with it. The value is the
 * document's; the field keeps nothing of its own but what cannot be told from the value: `1.0`, how a text is shown, and
 * what the document refuses.
 */
export const InputField = memo(function InputField(props: InputFieldProps) {
  const { spec, value, scope, isReadOnly } = props
  const { t } = useTranslation()
  const help = useId()
  const why = useId()
  const label = props.label ?? textOf(t, spec.label)
  const [refusal, note] = useRefusal(value, sameInput)
  const onChange: ChangeInput = (next, kind) => note(props.onChange(next, kind))
  const modes = useInputModes({ ...props, onChange })
  const isBroken = props.isHeader === true && breaksHeader(value)
  return (
    <FieldFrame
      label={label}
      isLabelHidden={props.isLabelHidden ?? false}
      isRequired={spec.required}
      spec={spec}
      modes={modes}
      value={value}
      scope={scope}
      isReadOnly={isReadOnly}
      notes={
        <>
          {spec.help !== undefined && (
            <FieldNote tone="muted" id={help}>
              {textOf(t, spec.help)}
            </FieldNote>
          )}
          {isBroken && <FieldNote tone="danger">{t('fields.newlineInHeader')}</FieldNote>}
          {refusal && (
            <FieldNote tone="danger" id={why}>
              {notKeptText(t, refusal)}
            </FieldNote>
          )}
          {!refusal && value?.kind !== 'fields' && value?.kind !== 'list' && (
            <LiveValue spec={spec} value={value} scope={scope} />
          )}
          {!isReadOnly && <SecretNotice name={spec.key} value={value} onMakeConnection={props.onMakeConnection} />}
        </>
      }
    >
      <ValueEditor
        {...props}
        onChange={onChange}
        onPart={props.onChange}
        Field={InputField}
        label={label}
        mode={modes.mode}
        handle={modes.handle}
        onPick={modes.openPicker}
        isInvalid={isBroken || refusal !== null}
        describedBy={[...(spec.help === undefined ? [] : [help]), ...(refusal ? [why] : [])].join(' ') || undefined}
      />
    </FieldFrame>
  )
})
