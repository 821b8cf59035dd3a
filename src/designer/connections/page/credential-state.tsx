import {
  askedFields,
  credentialSourceOf,
  testCredentials,
  tokenFieldOf,
  type Connection,
  type CredentialInfo,
} from '#domain'
import { useTranslation } from '#texts'
import { Badge } from '#ui'
import { useWorkspace } from '#workbench'
import { Expiry } from '../consent/expiry.tsx'
import { originOf } from '../origin-of.ts'

/** What there is of a connection's test credentials, for the origin that requests go to now, and how long it lasts. */
export function CredentialState({ connection }: { readonly connection: Connection }) {
  const { t } = useTranslation()
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const stored = useWorkspace(({ workspace }) => testCredentials(workspace).get(connection.id))
  const source = method ? credentialSourceOf(method) : 'none'
  const credential = stored?.origins.includes(originOf(connection.baseUrl)) ? stored : undefined
  if (!method || source === 'none') return <None />
  if (source === 'entered') {
    if (askedFields(method, 'secrets').length === 0) return <None />
    return <State isSet={credential !== undefined} yes={t('connections.secretSet')} no={t('connections.secretEmpty')} />
  }
  const isGiven = credential?.fields.includes(tokenFieldOf(method)) ?? false
  if (source === 'fetched') {
    return (
      <span className="flex flex-wrap items-center gap-x-2">
        {isGiven ? <Lasting credential={credential} isRenewed /> : t('consent.fetched')}
      </span>
    )
  }
  const isOver = credential?.lastCheck?.outcome === 'invalid-grant'
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <State isSet={isGiven && !isOver} yes={t('consent.alreadyConnected')} no={t('consent.notConnected')} />
      {isGiven && !isOver && (
        <Lasting credential={credential} isRenewed={credential?.fields.includes('refreshToken') ?? false} />
      )}
    </span>
  )
}

function None() {
  const { t } = useTranslation()
  return <span className="text-muted">{t('connections.noneNeeded')}</span>
}

function State({ isSet, yes, no }: { readonly isSet: boolean; readonly yes: string; readonly no: string }) {
  return <Badge tone={isSet ? 'success' : 'neutral'}>{isSet ? yes : no}</Badge>
}

/** How long a token lasts, and whether the next one comes by itself. */
function Lasting(props: { readonly credential: CredentialInfo | undefined; readonly isRenewed: boolean }) {
  const { t } = useTranslation()
  const { credential, isRenewed } = props
  const at = credential?.expiresAt ?? null
  return (
    <span className="text-muted">
      {at !== null && <Expiry at={at} isRenewed={isRenewed} />}
      {at === null && isRenewed && t('consent.renewed')}
    </span>
  )
}
