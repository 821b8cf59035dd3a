import { credentialSourceOf, type Connection } from '#domain'
import { useTranslation } from '#texts'
import { useWorkspace } from '#workbench'
import { useConnectionStatus } from './use-connection-status.ts'

/** What the button that opens a connection's credentials says: where a provider gives them, it connects. */
export function useCredentialsLabel(connection: Connection): string {
  const { t } = useTranslation()
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const kind = useConnectionStatus(connection)?.status.kind
  const source = method && credentialSourceOf(method)
  if (source !== 'consent' && source !== 'device') return t('connections.editTestCredentials')
  switch (kind) {
    case 'not-configured':
      return t('consent.connectFirst')
    case 'needs-reconnect':
    case 'expired':
    case 'failing':
    case 'expiring':
      return t('consent.connectAgain')
    default:
      return t('connections.editTestCredentials')
  }
}
