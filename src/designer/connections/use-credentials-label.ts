import { credentialSourceOf, type Connection } from '#domain'
import { useTranslation } from '#texts'
import { useWorkspace } from '#workbench'
import { useConnectionStatus } from './use-connection-status.ts'

/**
 * What the button that opens a connection's credentials says: where a provider gives them, it connects. `failure`: the code
 * of what it is to mend, which may be more than the status knows.
 */
export function useCredentialsLabel(connection: Connection, failure?: string): string {
  const { t } = useTranslation()
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const kind = useConnectionStatus(connection)?.status.kind
  const source = method && credentialSourceOf(method)
  if (source !== 'consent' && source !== 'device') return t('connections.editTestCredentials')
  // What the method lacks is typed there before anybody is asked.
  if (failure === 'client-secret-missing') return t('connections.editTestCredentials')
  if (failure !== undefined) return t(failure === 'consent-missing' ? 'consent.connectFirst' : 'consent.connectAgain')
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
