import type { AuthField, AuthMethod, Connection } from '#domain'
import { Banner, Button, Dialog, DialogForm } from '#ui'
import { useId } from 'react'
import { FormProvider } from 'react-hook-form'
import { ConsentPanel } from './consent/consent-panel.tsx'
import { AuthFieldInput } from './form/auth-field-input.tsx'
import { useFormTexts } from './form/field-words.ts'
import { relayNotes } from './form/relay-notes.ts'
import { SecretState } from './form/secret-state.tsx'
import { originOf } from './origin-of.ts'
import { useTestCredentials, type TestCredentialsForm } from './use-test-credentials.ts'

export interface TestCredentialsDialogProps {
  readonly connection: Connection
  readonly isOpen: boolean
  readonly onOpenChange: (isOpen: boolean) => void
  /** It comes up by itself, since the connection has just been made without credentials. */
  readonly prompt?: boolean
}

/**
 * Sets what test runs sign with: secrets that are entered, or a provider's consent. Secrets go in and never come out: a
 * field says only whether something is set.
 */
export function TestCredentialsDialog(props: TestCredentialsDialogProps) {
  // Opening makes the form anew, and closing forgets what was typed.
  return props.isOpen ? <OpenDialog key={props.connection.id} {...props} /> : null
}

function OpenDialog({ connection, onOpenChange, prompt = false }: TestCredentialsDialogProps) {
  const t = useFormTexts()
  const formId = useId()
  const close = () => onOpenChange(false)
  const state = useTestCredentials(connection, close)
  const { fields, method, isConsentDue } = state
  const { name } = connection
  const isNothing = fields.length === 0 && !isConsentDue
  return (
    <Dialog
      size="sm"
      title={t(prompt ? 'connections.promptTitle' : 'connections.credentialsTitle', { name })}
      description={
        isNothing
          ? t('connections.credentialsNone')
          : t(prompt ? 'connections.promptText' : 'connections.credentialsText')
      }
      isOpen
      onOpenChange={onOpenChange}
      actions={
        <>
          <Button onPress={close}>{t(prompt ? 'connections.later' : 'common.cancel')}</Button>
          {fields.length > 0 && (
            <Button type="submit" form={formId} variant="primary" isPending={state.isSaving}>
              {t('connections.saveCredentials')}
            </Button>
          )}
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {method && fields.length > 0 && (
          <CredentialForm formId={formId} state={state} method={method} baseUrl={connection.baseUrl} />
        )}
        {isConsentDue && <ConsentPanel connection={connection} onDone={close} />}
      </div>
    </Dialog>
  )
}

interface CredentialFormProps {
  readonly formId: string
  readonly state: TestCredentialsForm
  readonly method: AuthMethod
  readonly baseUrl: string
}

function CredentialForm({ formId, state, method, baseUrl }: CredentialFormProps) {
  const t = useFormTexts()
  const { form, fields, set, problem, save } = state
  const notes = relayNotes(t, method, baseUrl)
  return (
    <FormProvider {...form}>
      <DialogForm id={formId} onSubmit={save}>
        {fields.map((field, index) => (
          <CredentialField
            key={`${field.of} ${field.key}`}
            field={field}
            method={method}
            isSet={field.of === 'connection' && set.includes(field.key)}
            note={notes[field.key]}
            isFirst={index === 0}
          />
        ))}
        {fields.some(({ of, secret }) => of === 'connection' && secret) && (
          <p className="text-xs text-pretty text-muted">
            {t('connections.boundTo')}{' '}
            <span dir="ltr" className="inline-block max-w-full font-mono break-words text-default">
              {originOf(baseUrl)}
            </span>
          </p>
        )}
        {problem !== null && <Banner tone="danger">{problem}</Banner>}
      </DialogForm>
    </FormProvider>
  )
}

interface CredentialFieldProps {
  readonly field: AuthField
  readonly method: AuthMethod
  readonly isSet: boolean
  readonly note: string | undefined
  readonly isFirst: boolean
}

function CredentialField({ field, method, isSet, note, isFirst }: CredentialFieldProps) {
  const t = useFormTexts()
  return (
    <AuthFieldInput
      type={method.type}
      field={field}
      note={note}
      // The dialog was opened to type into it.
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- see above
      autoFocus={isFirst}
      labelExtra={field.secret && <SecretState isSet={isSet} />}
      {...(isSet && { help: t('connections.secretKeep') })}
    />
  )
}
