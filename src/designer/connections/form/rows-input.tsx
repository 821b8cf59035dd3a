import { authRowsOf } from '#domain'
import { RowsField, type NamedRowErrors } from '#ui'
import { useController, type FieldError } from 'react-hook-form'
import type { FieldInputProps } from './auth-field-input.tsx'
import type { ConnectionFormValues } from './connection-form-values.ts'
import { choiceOf, useFormTexts } from './field-words.ts'

/** What is wrong: with the rows as a whole, or with parts of rows. */
type RowsError = (FieldError & { readonly root?: FieldError }) | readonly (RowError | undefined)[]
type RowError = Readonly<Partial<Record<'name' | 'value' | 'in', FieldError>>>

const ofRow = (error: RowError | undefined): NamedRowErrors => ({
  name: error?.name?.message,
  value: error?.value?.message,
  in: error?.in?.message,
})

/** Names and values, and where each of them goes when that is asked for. */
export function RowsInput({
  path,
  field: { key, places },
  label,
  description,
  isOptional,
  className,
}: FieldInputProps) {
  const t = useFormTexts()
  const { field, fieldState } = useController<ConnectionFormValues>({ name: path })
  const error = fieldState.error as RowsError | undefined
  const isOfRows = Array.isArray(error)
  const add = key === 'parts' || key === 'claims' ? key : 'other'
  return (
    <RowsField
      label={label}
      description={description}
      isOptional={isOptional}
      className={className}
      words={{
        name: t('connections.rowWords.name'),
        value: t('connections.rowWords.value'),
        place: t('connections.rowWords.place'),
        add: t(`connections.addRow.${add}`),
      }}
      {...(places && {
        places: places.map((place) => choiceOf(t, place)),
        valuePlaceholder: t('connections.partValue'),
      })}
      rows={authRowsOf(field.value)}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={isOfRows ? undefined : (error as FieldError | undefined)?.message}
      {...(isOfRows && { rowErrors: error.map(ofRow) })}
    />
  )
}
