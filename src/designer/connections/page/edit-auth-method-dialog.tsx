import { askedFields, type AuthMethod } from '#domain'
import { Badge, Banner, Button, Dialog, DialogForm } from '#ui'
import { useWorkspace } from '#workbench'
import { useId } from 'react'
import { FormProvider } from 'react-hook-form'
import { AuthFieldInput } from '../form/auth-field-input.tsx'
import { AuthFields } from '../form/auth-fields.tsx'
import { useFormTexts } from '../form/field-words.ts'
import { RedirectUri } from '../form/redirect-uri.tsx'
import { relayNotes } from '../form/relay-notes.ts'
import { TextInput } from '../form/text-input.tsx'
import { useEditAuthMethod } from './use-edit-auth-method.ts'

export interface EditAuthMethodDialogProps {
  readonly method: AuthMethod
  readonly onClose: () => void
}

/** Changes an auth method for all the connections that use it. Its secrets go in and never come out. */
export function EditAuthMethodDialog({ method, onClose }: EditAuthMethodDialogProps) {
  const t = useFormTexts()
  const formId = useId()
  const { form, problem, settings, set, leftOrigins, save } = useEditAuthMethod(method, onClose)
  const count = useWorkspace(
    ({ workspace }) => Object.values(workspace.connections).filter(({ authMethod }) => authMethod === method.id).length,
  )
  const { type } = method
  const typed = { type, settings }
  return (
    <Dialog
      title={t('connections.editMethod.title', { name: method.name })}
      description={`${t(`connections.authTypes.${type}.short`)} · ${t('connections.editMethod.shared', { count })}`}
      isOpen
      onOpenChange={onClose}
      actions={
        <>
          <Button onPress={onClose}>{t('common.cancel')}</Button>
          <Button type="submit" form={formId} variant="primary" isPending={form.formState.isSubmitting}>
            {t('connections.save')}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <DialogForm id={formId} onSubmit={save}>
          <div className="grid grid-cols-2 items-start gap-3">
            <TextInput path="methodName" label={t('connections.authMethodName')} />
            <TextInput path="methodDescription" label={t('connections.authMethodDescription')} isOptional />
          </div>
          <AuthFields type={type} fields={askedFields(typed, 'settings')} notes={relayNotes(t, typed, '')} />
          <RedirectUri method={typed} />
          {leftOrigins !== null && (
            <Banner tone="warning">{t('connections.editMethod.blanks', { origins: leftOrigins.join(', ') })}</Banner>
          )}
          {askedFields(typed, 'method-secrets').map((field) => (
            <AuthFieldInput
              key={field.key}
              type={type}
              field={field}
              labelExtra={
                <Badge tone={set.includes(field.key) ? 'success' : 'neutral'}>
                  {t(set.includes(field.key) ? 'connections.secretSet' : 'connections.secretEmpty')}
                </Badge>
              }
              {...(set.includes(field.key) && { help: t('connections.secretKeep') })}
            />
          ))}
          {problem !== null && <Banner tone="danger">{problem}</Banner>}
        </DialogForm>
      </FormProvider>
    </Dialog>
  )
}
