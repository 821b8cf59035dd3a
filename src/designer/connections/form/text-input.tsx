import { TextArea, TextField, type TextFieldProps } from '#ui'
import { useController, type FieldPath } from 'react-hook-form'
import type { ConnectionFormValues } from './connection-form-values.ts'
import { SecretInput } from './secret-input.tsx'

export interface TextInputProps extends Omit<TextFieldProps, 'name' | 'value' | 'onChange' | 'onBlur' | 'inputRef'> {
  /** Where in the form's values its text is. */
  readonly path: FieldPath<ConnectionFormValues>
  readonly isSecret?: boolean
  /** Several lines may be typed. */
  readonly isLines?: boolean
}

/** One text of the form, with what is wrong with it. Without a `name`: nothing but this form may fill it or keep it. */
export function TextInput({ path, isSecret = false, isLines = false, ...rest }: TextInputProps) {
  const { field, fieldState } = useController<ConnectionFormValues>({ name: path })
  const shared = {
    autoComplete: 'off',
    ...rest,
    value: typeof field.value === 'string' ? field.value : '',
    onChange: field.onChange,
    onBlur: field.onBlur,
    inputRef: field.ref,
    error: fieldState.error?.message,
  }
  if (isLines) {
    const { prefix: _prefix, suffix: _suffix, type: _type, ...lines } = shared
    return <TextArea {...lines} rows={2} />
  }
  return isSecret ? <SecretInput {...shared} /> : <TextField {...shared} />
}
