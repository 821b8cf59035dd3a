import type { ConsentRequest } from '#domain'
import { Button, LinkButton, SpinnerMark } from '#ui'
import { ConsentEnd } from './consent-end.tsx'
import { ConsentSummary } from './consent-summary.tsx'
import { CopyField } from './copy-field.tsx'
import { ExpirySentence } from './expiry-sentence.tsx'
import { useConsent } from './use-consent.ts'
import type { ConsentProps } from './window-consent.tsx'
import { useConsentTexts } from './use-consent-texts.ts'

/** Asks for consent with a code that the person enters at the provider, on this or another device (RFC 8628). */
export function DeviceConsent({ connection, host, onDone }: ConsentProps) {
  const t = useConsentTexts()
  const { state, begin, cancel } = useConsent(connection.id, { isEager: false, onConnected: onDone })
  return (
    <section aria-label={t('consent.title', { host })} className="flex flex-col gap-3">
      <p className="text-sm text-pretty text-muted">{t('consent.explainDevice', { host })}</p>
      <ConsentSummary connection={connection} />
      {(state.step === 'idle' || state.step === 'preparing') && (
        <Button variant="primary" className="self-start" isPending={state.step === 'preparing'} onPress={begin}>
          {t('consent.getCode', { host })}
        </Button>
      )}
      {state.step === 'asked' && state.request.kind === 'device' && <Code request={state.request} onCancel={cancel} />}
      {(state.step === 'failed' || state.step === 'connected') && (
        <ConsentEnd connection={connection} state={state} host={host} onAgain={begin} onMethodSaved={begin} />
      )}
    </section>
  )
}

interface CodeProps {
  readonly request: Extract<ConsentRequest, { readonly kind: 'device' }>
  readonly onCancel: () => void
}

function Code({ request, onCancel }: CodeProps) {
  const t = useConsentTexts()
  const { userCode, verificationUrl, completeUrl, expiresAt } = request
  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line bg-sunken px-3 py-3">
      <CopyField isLarge label={t('consent.userCode')} value={userCode} />
      <p className="text-sm text-default">
        {t('consent.enterCode')}{' '}
        <LinkButton href={completeUrl ?? verificationUrl} target="_blank" rel="noopener noreferrer">
          {verificationUrl}
        </LinkButton>
      </p>
      <div role="status" className="flex items-center gap-2 text-xs text-muted">
        <SpinnerMark />
        {t('consent.codeWaiting')}
      </div>
      <div className="flex flex-wrap items-center justify-between gap-2">
        <span className="text-xs text-muted">
          <ExpirySentence of="code" at={expiresAt} />
        </span>
        <Button size="sm" variant="quiet" onPress={onCancel}>
          {t('consent.giveUp')}
        </Button>
      </div>
    </div>
  )
}
