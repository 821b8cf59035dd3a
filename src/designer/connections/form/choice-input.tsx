import { Select } from '#ui'
import { useController } from 'react-hook-form'
import type { FieldInputProps } from './auth-field-input.tsx'
import type { ConnectionFormValues } from './connection-form-values.ts'
import { choiceOf, useFormTexts } from './field-words.ts'

/** One of a few choices; the one that is chosen says what it means. */
export function ChoiceInput({ path, field: { choices = [] }, description, autoFocus: _, ...rest }: FieldInputProps) {
  const t = useFormTexts()
  const { field, fieldState } = useController<ConnectionFormValues>({ name: path })
  const offered = choices.map((id) => choiceOf(t, id))
  const chosen = offered.find(({ id }) => id === field.value)
  return (
    <Select
      {...rest}
      choices={offered}
      value={chosen?.id ?? null}
      onChange={field.onChange}
      onBlur={field.onBlur}
      description={description ?? chosen?.description}
      error={fieldState.error?.message}
    />
  )
}
