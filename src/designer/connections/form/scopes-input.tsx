import { scopeNames } from '#workspace'
import { useWatch } from 'react-hook-form'
import type { FieldInputProps } from './auth-field-input.tsx'
import type { ConnectionFormValues } from './connection-form-values.ts'
import { useFormTexts } from './field-words.ts'
import { TextInput } from './text-input.tsx'

/** Scopes, however they are separated; below them stands how they are sent. */
export function ScopesInput({ field: _, description, ...rest }: FieldInputProps) {
  const t = useFormTexts()
  const settings = useWatch<ConnectionFormValues, 'settings'>({ name: 'settings' })
  const { scopes, scopeSeparator } = settings
  const names = scopeNames(typeof scopes === 'string' ? scopes : '')
  const sent = names.join(scopeSeparator === 'comma' ? ',' : ' ')
  const isOther = names.length > 1 && sent !== (typeof scopes === 'string' ? scopes.trim() : '')
  return (
    <TextInput
      {...rest}
      isMonospace
      description={isOther ? t('connections.fieldHelp.oauth2.scopesSent', { scopes: sent }) : description}
    />
  )
}
