import { askedFields, verifiesWebhooks, type Connection, type Connector } from '#domain'
import { textOf } from '#texts'
import { Banner } from '#ui'
import { useWorkspace } from '#workbench'
import { useWatch } from 'react-hook-form'
import { AuthFieldInput } from '../form/auth-field-input.tsx'
import { ConnectionBasics } from '../form/connection-basics.tsx'
import { ConnectionMore } from '../form/connection-more.tsx'
import { useFormTexts } from '../form/field-words.ts'
import { relayNotes } from '../form/relay-notes.ts'
import { EditDialog } from './edit-dialog.tsx'
import { useEditConnection } from './use-edit-connection.ts'

export interface EditConnectionDialogProps {
  readonly connection: Connection
  readonly connector: Connector
  readonly onClose: () => void
  /** It was saved, and has what it signs with as before. Called after `onClose`. */
  readonly onSaved?: () => void
  /** Instead of `onSaved`: the base URL has another origin now: what was sealed is not sent there. */
  readonly onNeedsCredentials: (connection: Connection) => void
}

/** Changes everything about a connection but its secrets and its stable key. */
export function EditConnectionDialog({
  connection,
  connector,
  onClose,
  onSaved,
  onNeedsCredentials,
}: EditConnectionDialogProps) {
  const t = useFormTexts()
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const { form, problem, leftOrigins, save } = useEditConnection(connection, connector, (saved, hasLeftOrigin) => {
    onClose()
    if (hasLeftOrigin) onNeedsCredentials(saved)
    else onSaved?.()
  })
  const isReceiving = method !== undefined && verifiesWebhooks(method)
  const fields = method ? askedFields(method, 'values') : []
  const typedUrl = useWatch({ control: form.control, name: 'baseUrl' })
  const notes = method ? relayNotes(t, method, typedUrl) : {}
  return (
    <EditDialog
      title={t('connections.editTitle', { name: connection.name })}
      form={form}
      problem={problem}
      onSave={save}
      onClose={onClose}
    >
      <ConnectionBasics connectorName={textOf(t, connector.name)} note={notes['baseUrl']} isReceiving={isReceiving} />
      {leftOrigins !== null && (
        <Banner tone="warning">{t('connections.editBaseUrlWarning', { origins: leftOrigins.join(', ') })}</Banner>
      )}
      {method && fields.map((field) => <AuthFieldInput key={field.key} type={method.type} field={field} />)}
      <ConnectionMore isReceiving={isReceiving} />
    </EditDialog>
  )
}
