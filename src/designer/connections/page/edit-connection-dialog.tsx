import { askedFields, verifiesWebhooks, type Connection, type Connector } from '#domain'
import { textOf } from '#texts'
import { Banner, Button, Dialog, DialogForm } from '#ui'
import { useWorkspace } from '#workbench'
import { useId } from 'react'
import { FormProvider, useWatch } from 'react-hook-form'
import { AuthFieldInput } from '../form/auth-field-input.tsx'
import { ConnectionBasics } from '../form/connection-basics.tsx'
import { ConnectionMore } from '../form/connection-more.tsx'
import { useFormTexts } from '../form/field-words.ts'
import { relayNotes } from '../form/relay-notes.ts'
import { useEditConnection } from './use-edit-connection.ts'

export interface EditConnectionDialogProps {
  readonly connection: Connection
  readonly connector: Connector
  readonly onClose: () => void
  /** The base URL has another origin now: what was sealed is not sent there. */
  readonly onNeedsCredentials: (connection: Connection) => void
}

/** Changes everything about a connection but its secrets and its stable key. */
export function EditConnectionDialog({
  connection,
  connector,
  onClose,
  onNeedsCredentials,
}: EditConnectionDialogProps) {
  const t = useFormTexts()
  const formId = useId()
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const { form, problem, leftOrigins, save } = useEditConnection(connection, connector, (saved, hasLeftOrigin) => {
    onClose()
    if (hasLeftOrigin) onNeedsCredentials(saved)
  })
  const isReceiving = method !== undefined && verifiesWebhooks(method)
  const fields = method ? askedFields(method, 'values') : []
  const typedUrl = useWatch({ control: form.control, name: 'baseUrl' })
  const notes = method ? relayNotes(t, method, typedUrl) : {}
  return (
    <Dialog
      title={t('connections.editTitle', { name: connection.name })}
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
          <ConnectionBasics
            connectorName={textOf(t, connector.name)}
            note={notes['baseUrl']}
            isReceiving={isReceiving}
          />
          {leftOrigins !== null && (
            <Banner tone="warning">{t('connections.editBaseUrlWarning', { origins: leftOrigins.join(', ') })}</Banner>
          )}
          {method && fields.map((field) => <AuthFieldInput key={field.key} type={method.type} field={field} />)}
          <ConnectionMore isReceiving={isReceiving} />
          {problem !== null && <Banner tone="danger">{problem}</Banner>}
        </DialogForm>
      </FormProvider>
    </Dialog>
  )
}
