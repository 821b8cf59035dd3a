import { Switch } from '#ui'
import { useController } from 'react-hook-form'
import type { FieldInputProps } from './auth-field-input.tsx'
import type { ConnectionFormValues } from './connection-form-values.ts'

/** A setting that is `on` or `off`. */
export function SwitchInput({ path, label, description, className }: FieldInputProps) {
  const { field } = useController<ConnectionFormValues>({ name: path })
  return (
    <Switch
      label={label}
      description={description}
      className={className}
      isSelected={field.value === 'on'}
      onChange={(isOn) => field.onChange(isOn ? 'on' : 'off')}
      onBlur={field.onBlur}
    />
  )
}
