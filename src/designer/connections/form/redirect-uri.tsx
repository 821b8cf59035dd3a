import { credentialSourceOf, type AuthSettings } from '#domain'
import { usePorts } from '#workbench'
import { CopyField } from '../consent/copy-field.tsx'
import { useFormTexts } from './field-words.ts'

/** The address the provider's window comes back to, for those who have to register it; nothing for other methods. */
export function RedirectUri({ method }: { readonly method: AuthSettings }) {
  const t = useFormTexts()
  const { consent } = usePorts()
  if (credentialSourceOf(method) !== 'consent') return null
  return (
    <CopyField
      label={t('connections.redirectUri')}
      value={consent.redirectUri}
      description={t('connections.redirectUriHelp')}
    />
  )
}
