import { askedFields, type AuthMethod } from '#domain'
import { Banner } from '#ui'
import { useWorkspace } from '#workbench'
import { AuthFields } from '../form/auth-fields.tsx'
import { useFormTexts } from '../form/field-words.ts'
import { RedirectUri } from '../form/redirect-uri.tsx'
import { relayNotes } from '../form/relay-notes.ts'
import { TextInput } from '../form/text-input.tsx'
import { EditDialog } from './edit-dialog.tsx'
import { useEditAuthMethod } from './use-edit-auth-method.ts'

export interface EditAuthMethodDialogProps {
  readonly method: AuthMethod
  readonly onClose: () => void
  /** It was saved. Called after `onClose`. */
  readonly onSaved?: () => void
}

/** Changes an auth method for all the connections that use it. Its secrets go in and never come out. */
export function EditAuthMethodDialog({ method, onClose, onSaved }: EditAuthMethodDialogProps) {
  const t = useFormTexts()
  const { form, problem, settings, set, leftOrigins, save } = useEditAuthMethod(method, () => {
    onClose()
    onSaved?.()
  })
  const count = useWorkspace(
    ({ workspace }) => Object.values(workspace.connections).filter(({ authMethod }) => authMethod === method.id).length,
  )
  const { type } = method
  const typed = { type, settings }
  return (
    <EditDialog
      title={t('connections.editMethod.title', { name: method.name })}
      description={`${t(`connections.authTypes.${type}.short`)} · ${t('connections.editMethod.shared', { count })}`}
      form={form}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <div className="grid grid-cols-2 items-start gap-3">
        <TextInput path="methodName" label={t('connections.authMethodName')} />
        <TextInput path="methodDescription" label={t('connections.authMethodDescription')} isOptional />
      </div>
      <AuthFields
        type={type}
        fields={askedFields(typed).filter(({ of }) => of === 'method')}
        notes={relayNotes(t, typed, '')}
        set={set}
      />
      {leftOrigins !== null && (
        <Banner tone="warning">{t('connections.editMethod.blanks', { origins: leftOrigins.join(', ') })}</Banner>
      )}
      <RedirectUri method={typed} />
    </EditDialog>
  )
}
