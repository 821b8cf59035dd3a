import {
  askedFields,
  methodCredentials,
  missingMethodSecrets,
  type AuthMethod,
  type AuthTypeKey,
  type Connector,
  type Workspace,
} from '#domain'
import { Banner, Disclosure, Select } from '#ui'
import { useController, useFormContext, useWatch } from 'react-hook-form'
import { AuthFieldInput } from './auth-field-input.tsx'
import { NEW_METHOD, methodChoices, type ChosenMethod } from './chosen-method.ts'
import type { ConnectionFormValues } from './connection-form-values.ts'
import { useFormTexts } from './field-words.ts'
import { HelpLink } from './help-link.tsx'
import { NewAuthMethod } from './new-auth-method.tsx'
import { NoneWarning } from './none-warning.tsx'
import { relayNotes } from './relay-notes.ts'

export interface AuthMethodSectionProps {
  readonly connector: Connector
  readonly workspace: Workspace
  readonly chosen: ChosenMethod
  readonly types: readonly AuthTypeKey[] | undefined
  readonly isExpanded: boolean
  readonly onExpandedChange: (isExpanded: boolean) => void
  /** Saves the new method by itself. */
  readonly onCreate: () => void
  readonly isCreating: boolean
}

/** How the connection authenticates: folded while a method is chosen, with the fields of a new one otherwise. */
export function AuthMethodSection(props: AuthMethodSectionProps) {
  const { chosen, isExpanded, onExpandedChange } = props
  const t = useFormTexts()
  return (
    <div className="flex flex-col gap-3">
      <Disclosure
        title={t('connections.authMethodSection')}
        isExpanded={isExpanded}
        onExpandedChange={onExpandedChange}
        trailing={
          isExpanded ? (
            <HelpLink topic="auth-methods" />
          ) : (
            <span className="min-w-0 max-w-48 truncate text-xs text-muted">{chosen.name}</span>
          )
        }
      >
        {/* Folded, it is not there at all: a hidden field would be found by its label. */}
        {isExpanded && <MethodFields {...props} />}
      </Disclosure>
      {chosen.type === 'none' && <NoneWarning />}
    </div>
  )
}

function MethodFields({ connector, workspace, chosen, types, onCreate, isCreating }: AuthMethodSectionProps) {
  const t = useFormTexts()
  const { clearErrors, setValue } = useFormContext<ConnectionFormValues>()
  const { field, fieldState } = useController<ConnectionFormValues, 'method'>({ name: 'method' })
  const baseUrl = useWatch<ConnectionFormValues, 'baseUrl'>({ name: 'baseUrl' })
  return (
    <div className="flex flex-col gap-3">
      <p className="text-xs text-pretty text-muted">{t('connections.globalFields')}</p>
      <Select
        label={t('connections.authMethod')}
        choices={methodChoices(t, connector, workspace, types)}
        value={field.value}
        onChange={(method) => {
          field.onChange(method)
          setValue('methodSecrets', {})
          clearErrors(['method', 'methodName', 'settings', 'methodSecrets', 'values', 'secrets'])
        }}
        onBlur={field.onBlur}
        error={fieldState.error?.message}
        {...(field.value !== NEW_METHOD && chosen.description !== '' && { description: chosen.description })}
      />
      {chosen.isNew ? (
        <NewAuthMethod
          type={chosen.type}
          types={types}
          notes={relayNotes(t, chosen, baseUrl)}
          onCreate={onCreate}
          isCreating={isCreating}
        />
      ) : (
        chosen.existing && <OwnSecrets method={chosen.existing} workspace={workspace} />
      )}
    </div>
  )
}

/** Whether a method keeps a secret of its own: then that it is set, or the fields that are missing. */
function OwnSecrets({ method, workspace }: { readonly method: AuthMethod; readonly workspace: Workspace }) {
  const t = useFormTexts()
  const set = methodCredentials(workspace).get(method.id)?.fields ?? []
  const missing = missingMethodSecrets(method, set)
  if (missing.length === 0) {
    const isSet = askedFields(method, 'method-secrets').some(({ key }) => set.includes(key))
    return isSet ? <p className="text-xs text-pretty text-muted">{t('connections.secretsSet')}</p> : null
  }
  return (
    <>
      <Banner tone="info">{t('connections.methodSecretsMissing')}</Banner>
      {missing.map((field) => (
        <AuthFieldInput key={field.key} type={method.type} field={field} />
      ))}
    </>
  )
}
