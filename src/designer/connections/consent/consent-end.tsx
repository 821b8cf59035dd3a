import { textOf } from '#texts'
import { Banner, Button } from '#ui'
import { ExpirySentence } from './expiry-sentence.tsx'
import type { ConsentState } from './use-consent.ts'
import { useConsentTexts } from './use-consent-texts.ts'

export interface ConsentEndProps {
  readonly state: Extract<ConsentState, { readonly step: 'failed' | 'connected' }>
  readonly host: string
  readonly onAgain: () => void
}

/** What asking for consent came to. */
export function ConsentEnd({ state, host, onAgain }: ConsentEndProps) {
  const t = useConsentTexts()
  if (state.step === 'connected') {
    const { expiresAt, isRenewable } = state.consent
    return (
      <Banner tone="success" title={t('consent.connected', { host })}>
        {isRenewable && t('consent.connectedRenewed')}
        {!isRenewable &&
          (expiresAt === null ? t('consent.connectedUnknown') : <ExpirySentence of="access" at={expiresAt} />)}
      </Banner>
    )
  }
  const { code, params, at } = state.failure
  const key = `failures.${code}`
  const words = { host, ...at, ...params }
  const what = textOf(t, `${key}.what`, words)
  const fix = textOf(t, `${key}.fix`, words)
  return (
    <Banner
      tone="danger"
      title={t('consent.failed')}
      action={
        <Button size="sm" onPress={onAgain}>
          {t('consent.tryAgain')}
        </Button>
      }
    >
      <p>{what === `${key}.what` ? t('common.unknownProblem', { code }) : what}</p>
      {fix !== `${key}.fix` && <p>{fix}</p>}
    </Banner>
  )
}
