import { useTranslation } from '#texts'
import { TextArea, TextField } from '#ui'
import { Controller, useForm } from 'react-hook-form'
import type { Edited } from '../fields/input-edit.ts'
import { notKeptText } from '../fields/refusal-text.ts'
import { useRefusal } from '../fields/use-refusal.ts'
import { useBurst } from './use-burst.ts'
import { useIsReadOnly } from './use-step.ts'

/**
 * One text of a record as a form: the form is a view of the record, each letter is committed, and one burst of typing
 * undoes as one change. What the document refuses stays in the form, with the reason.
 */
export function RecordTextField(props: {
  readonly label: string
  readonly value: string
  /** Names the burst: `description:step_…`. */
  readonly burstKey: string
  readonly onCommit: (text: string, mergeKey: string) => Edited
  readonly isLabelHidden?: boolean
  readonly isMultiline?: boolean
  readonly placeholder?: string
  readonly className?: string
}) {
  const { label, onCommit, isLabelHidden = false, placeholder = '' } = props
  const { t } = useTranslation()
  const [refusal, note] = useRefusal(props.value)
  const burst = useBurst(props.burstKey)
  const isReadOnly = useIsReadOnly()
  const { control } = useForm({ values: { text: props.value } })
  return (
    <Controller
      control={control}
      name="text"
      render={({ field }) => {
        const shared = {
          label,
          isLabelHidden,
          placeholder,
          isReadOnly,
          value: field.value,
          error: refusal ? notKeptText(t, refusal) : undefined,
          ...(props.className !== undefined && { className: props.className }),
          onBlur: () => {
            field.onBlur()
            burst.end()
          },
          onChange: (text: string) => {
            field.onChange(text)
            note(onCommit(text, burst.mergeKey()))
          },
        }
        return props.isMultiline === true ? (
          <TextArea {...shared} inputRef={field.ref} />
        ) : (
          <TextField {...shared} inputRef={field.ref} />
        )
      }}
    />
  )
}
