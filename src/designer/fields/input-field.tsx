import { textOf, useTranslation } from '#texts'
import { memo, useId } from 'react'
import { FieldFrame } from './field-frame.tsx'
import { FieldNote } from './field-note.tsx'
import type { InputFieldProps } from './input-field-props.ts'
import { LiveValue } from './live/live-value.tsx'
import { SecretNotice } from './secret-notice.tsx'
import { useInputModes } from './use-input-modes.ts'
import { ValueEditor } from './value-editor.tsx'
import { breaksHeader } from './value/breaks-header.ts'

/**
 * One input of a step: how it is given, its editor, its live value and what is wrong with it. The value is the
 * document's; the field keeps nothing of its own but what cannot be told from the value (`1.0`, how a text is shown).
 */
export const InputField = memo(function InputField(props: InputFieldProps) {
  const { spec, value, scope, isReadOnly } = props
  const { t } = useTranslation()
  const help = useId()
  const label = props.label ?? textOf(t, spec.label)
  const modes = useInputModes(props)
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
          {value?.kind !== 'fields' && value?.kind !== 'list' && <LiveValue spec={spec} value={value} scope={scope} />}
          {!isReadOnly && <SecretNotice name={spec.key} value={value} onMakeConnection={props.onMakeConnection} />}
        </>
      }
    >
      <ValueEditor
        {...props}
        Field={InputField}
        label={label}
        mode={modes.mode}
        handle={modes.handle}
        onPick={modes.openPicker}
        isInvalid={isBroken}
        describedBy={spec.help === undefined ? undefined : help}
      />
    </FieldFrame>
  )
})
