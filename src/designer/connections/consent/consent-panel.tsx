import { credentialSourceOf, type Connection } from '#domain'
import { showToast } from '#ui'
import { useWorkspace } from '#workbench'
import { DeviceConsent } from './device-consent.tsx'
import { WindowConsent } from './window-consent.tsx'
import { useConsentTexts } from './use-consent-texts.ts'

export interface ConsentPanelProps {
  /** One whose credentials come from a provider's consent: `consent` or `device`. */
  readonly connection: Connection
  /** Consent was given, and what it gives is sealed. */
  readonly onDone: () => void
}

/** Connects a connection by a provider's consent: in the provider's window, or with a code that is entered there. */
export function ConsentPanel({ connection, onDone }: ConsentPanelProps) {
  const t = useConsentTexts()
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const source = method && credentialSourceOf(method)
  if (source !== 'consent' && source !== 'device') return null
  const { authorizationUrl, deviceUrl } = method?.settings ?? {}
  const Consent = source === 'device' ? DeviceConsent : WindowConsent
  return (
    <Consent
      connection={connection}
      host={hostOf(source === 'device' ? deviceUrl : authorizationUrl) ?? connection.name}
      onDone={() => {
        showToast({ title: t('consent.done', { name: connection.name }), tone: 'success' })
        onDone()
      }}
    />
  )
}

function hostOf(url: unknown): string | undefined {
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).host : undefined
}
