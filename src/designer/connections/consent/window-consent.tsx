import type { Connection } from '#domain'
import { Banner, Button, LinkButton, SpinnerMark } from '#ui'
import { usePorts } from '#workbench'
import { ExternalLink } from 'lucide-react'
import { useEffect, useRef } from 'react'
import { ConsentEnd } from './consent-end.tsx'
import { ConsentSummary, useGivenConsent } from './consent-summary.tsx'
import { CopyField } from './copy-field.tsx'
import { useConsent } from './use-consent.ts'
import { useWindow, type WindowState } from './use-window.ts'
import { useConsentTexts } from './use-consent-texts.ts'

export interface ConsentProps {
  readonly connection: Connection
  /** Whose consent it is. */
  readonly host: string
  readonly onDone: () => void
}

/** Asks for consent in a window of the provider. */
export function WindowConsent({ connection, host, onDone }: ConsentProps) {
  const t = useConsentTexts()
  const { consent } = usePorts()
  const popup = useWindow()
  const { state, begin, cancel } = useConsent(connection.id, {
    isEager: true,
    onConnected: () => {
      popup.close()
      onDone()
    },
  })
  /** A window of an earlier attempt shows what came of that one. */
  const again = (act: () => void) => {
    popup.close()
    act()
  }
  const url = state.step === 'asked' && state.request.kind === 'window' ? state.request.url : null
  const isWanted = useRef(false)
  useEffect(() => {
    if (url === null || !isWanted.current) return
    isWanted.current = false
    // Shortly after the press that asked for it; a browser that has forgotten the press blocks it, which is said.
    popup.open(url)
  }, [url, popup])
  const given = useGivenConsent(connection)
  const isEnded = state.step === 'failed' || state.step === 'connected'
  return (
    <section aria-label={t('consent.title', { host })} className="flex flex-col gap-3">
      <p className="text-sm text-pretty text-muted">{t('consent.explain', { host })}</p>
      <ConsentSummary connection={connection} />
      <CopyField
        label={t('consent.redirectUri')}
        value={consent.redirectUri}
        description={t('consent.redirectUriHelp')}
      />
      {isEnded && (
        <ConsentEnd
          connection={connection}
          state={state}
          host={host}
          onAgain={() => {
            isWanted.current = true
            again(begin)
          }}
          onMethodSaved={() => again(begin)}
        />
      )}
      {!isEnded && (popup.state === 'none' || url === null) && (
        <Button
          variant="primary"
          className="self-start"
          icon={<ExternalLink />}
          isPending={url === null}
          onPress={() => url !== null && popup.open(url)}
        >
          {given ? t('consent.connectAgain') : t('consent.connect', { host })}
        </Button>
      )}
      {!isEnded && popup.state !== 'none' && url !== null && (
        <Waiting
          host={host}
          url={url}
          state={popup.state}
          onOpen={() => popup.open(url)}
          onCancel={() => again(cancel)}
        />
      )}
    </section>
  )
}

interface WaitingProps {
  readonly host: string
  readonly url: string
  readonly state: Exclude<WindowState, 'none'>
  readonly onOpen: () => void
  readonly onCancel: () => void
}

function Waiting({ host, url, state, onOpen, onCancel }: WaitingProps) {
  const t = useConsentTexts()
  const cancel = (
    <Button size="sm" variant="quiet" onPress={onCancel}>
      {t('consent.giveUp')}
    </Button>
  )
  if (state === 'blocked') {
    return (
      <Banner
        tone="warning"
        title={t('consent.blocked')}
        action={
          <>
            {/* A link needs nobody's leave; `noreferrer` gives the provider no way back to this page either. */}
            <LinkButton href={url} target="_blank" rel="noopener noreferrer" variant="primary" size="sm">
              {t('consent.openLink', { host })}
            </LinkButton>
            {cancel}
          </>
        }
      >
        {t('consent.blockedText')}
      </Banner>
    )
  }
  const isGone = state === 'gone'
  return (
    <div role="status" className="flex flex-col gap-2 rounded-lg border border-line bg-sunken px-3 py-2.5">
      <p className="flex items-center gap-2 font-medium text-strong">
        <SpinnerMark />
        <span className="min-w-0 break-words">{isGone ? t('consent.windowGone') : t('consent.waiting', { host })}</span>
      </p>
      <p className="text-xs text-pretty text-muted">{t(isGone ? 'consent.windowGoneText' : 'consent.waitingText')}</p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" icon={<ExternalLink />} onPress={onOpen}>
          {t('consent.openAgain')}
        </Button>
        {cancel}
      </div>
    </div>
  )
}
