import { SecretArea } from '#ui'
import { useController } from 'react-hook-form'
import type { FieldInputProps } from './auth-field-input.tsx'
import type { ConnectionFormValues } from './connection-form-values.ts'

/** A key or a certificate in PEM, hidden while it is not revealed. */
export function PemInput({ path, field: _, ...rest }: FieldInputProps) {
  const { field, fieldState } = useController<ConnectionFormValues>({ name: path })
  return (
    <SecretArea
      {...rest}
      rows={3}
      placeholder="-----BEGIN …-----"
      value={typeof field.value === 'string' ? field.value : ''}
      onChange={field.onChange}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error?.message}
    />
  )
}
