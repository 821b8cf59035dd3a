import { askedFields, AUTH_TYPES, type AuthTypeKey } from '#domain'
import { Button, Select } from '#ui'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { AuthFields } from './auth-fields.tsx'
import { initialSettings, type ConnectionFormValues } from './connection-form-values.ts'
import { useFormTexts } from './field-words.ts'
import { RedirectUri } from './redirect-uri.tsx'
import { TextInput } from './text-input.tsx'

export interface NewAuthMethodProps {
  readonly type: AuthTypeKey
  /** What can be chosen; undefined: all. */
  readonly types: readonly AuthTypeKey[] | undefined
  /** What is to be known about a field, by its key. */
  readonly notes: Readonly<Record<string, string>>
  readonly onCreate: () => void
  readonly isCreating: boolean
}

/** The fields of a new auth method, and the button that saves it by itself. */
export function NewAuthMethod({ type, types, notes, onCreate, isCreating }: NewAuthMethodProps) {
  const t = useFormTexts()
  const settings = useWatch<ConnectionFormValues, 'settings'>({ name: 'settings' })
  const method = { type, settings }
  return (
    <>
      <TypeChoice types={types} />
      <div className="grid grid-cols-2 items-start gap-3">
        <TextInput path="methodName" label={t('connections.authMethodName')} />
        <TextInput path="methodDescription" label={t('connections.authMethodDescription')} isOptional />
      </div>
      <AuthFields
        key={type}
        type={type}
        fields={askedFields(method).filter(({ of }) => of === 'method')}
        notes={notes}
      />
      <RedirectUri method={method} />
      <div className="flex items-center gap-3">
        <Button size="sm" onPress={onCreate} isPending={isCreating}>
          {t('connections.createAuthMethod')}
        </Button>
        <span className="text-xs text-pretty text-muted">{t('connections.createAuthMethodHelp')}</span>
      </div>
    </>
  )
}

function TypeChoice({ types }: Pick<NewAuthMethodProps, 'types'>) {
  const t = useFormTexts()
  const { setValue, getValues, clearErrors } = useFormContext<ConnectionFormValues>()
  const { field } = useController<ConnectionFormValues, 'methodType'>({ name: 'methodType' })
  const proposed = (type: AuthTypeKey) => t(`connections.authTypes.${type}.short`)
  const choose = (type: AuthTypeKey) => {
    // A name of the person's own stays; the one that was proposed follows the type.
    if (getValues('methodName') === proposed(field.value)) setValue('methodName', proposed(type))
    setValue('settings', initialSettings(type))
    // What was typed as a secret of one type is no secret of another.
    setValue('methodSecrets', {})
    setValue('secrets', {})
    clearErrors(['settings', 'methodSecrets', 'values', 'secrets'])
    field.onChange(type)
  }
  return (
    <Select
      label={t('connections.authType')}
      choices={AUTH_TYPES.filter(({ type }) => types?.includes(type) ?? true).map(({ type: id }) => ({
        id,
        label: t(`connections.authTypes.${id}.name`),
        description: t(`connections.authTypes.${id}.when`),
      }))}
      value={field.value}
      onChange={choose}
      onBlur={field.onBlur}
      description={t(`connections.authTypes.${field.value}.when`)}
    />
  )
}
