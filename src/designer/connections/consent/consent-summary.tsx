import { testCredentials, tokenFieldOf, type Connection, type CredentialInfo } from '#domain'
import { useTranslation } from '#texts'
import { Badge } from '#ui'
import { useWorkspace } from '#workbench'
import { Expiry } from './expiry.tsx'

/** What a connection's earlier consent has given; null where there was none, or it is over. */
export function useGivenConsent(connection: Connection): CredentialInfo | null {
  const credential = useWorkspace(({ workspace }) => testCredentials(workspace).get(connection.id))
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const isGiven = method !== undefined && credential?.fields.includes(tokenFieldOf(method))
  return credential && isGiven && credential.lastCheck?.outcome !== 'invalid-grant' ? credential : null
}

/** What a connection's earlier consent gives, and how long; nothing where there was none. */
export function ConsentSummary({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation()
  const credential = useGivenConsent(connection)
  if (!credential) return null
  const isRenewed = credential.fields.includes('refreshToken')
  return (
    <p className="flex flex-wrap items-center gap-2 text-xs text-muted">
      <Badge tone="success">{t('consent.alreadyConnected')}</Badge>
      {credential.expiresAt !== null && <Expiry at={credential.expiresAt} isRenewed={isRenewed} />}
      {credential.expiresAt === null && isRenewed && t('consent.renewed')}
    </p>
  )
}
