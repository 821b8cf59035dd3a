import { addTexts, consentFailures, consentPanel, textOf, useTranslation, type TFunction } from '#texts'
import { Banner, Spinner } from '#ui'
import { useEffect, useState } from 'react'
import { handOver, type HandedOver } from './hand-over.ts'

// Once, whatever renders again: an answer is good for one use.
let handing: Promise<HandedOver> | null = null

/** What a provider's window shows when it has come back: hands the answer over, and closes itself when all is well. */
export function CallbackPage({ answer }: { readonly answer: URLSearchParams }) {
  const t = useCallbackTexts()
  const [outcome, setOutcome] = useState<HandedOver | null>(null)
  useEffect(() => {
    handing ??= [...answer].length > 0 ? handOver(answer) : Promise.resolve({ kind: 'nobody' })
    void handing.then((handed) => {
      setOutcome(handed)
      // Browsers let a page close itself only when a page has opened it; the words are for when they do not.
      if (handed.kind === 'ended' && handed.failure === null) window.close()
    })
  }, [answer])
  return (
    <main className="flex min-h-dvh items-start justify-center bg-canvas px-4 pt-[18vh]">
      <div className="flex w-full max-w-md flex-col gap-3">
        <h1 className="text-lg font-semibold text-strong">{t('common.productName')}</h1>
        {outcome === null ? (
          <Spinner showLabel label={t('consent.callbackChecking')} />
        ) : (
          <>
            <Outcome outcome={outcome} />
            <p className="text-sm text-muted">{t('consent.callbackClose')}</p>
          </>
        )}
      </div>
    </main>
  )
}

function Outcome({ outcome }: { readonly outcome: HandedOver }) {
  const t = useCallbackTexts()
  if (outcome.kind === 'nobody') {
    return (
      <Banner tone="warning" title={t('consent.callbackNobody')}>
        {t('consent.callbackNobodyText')}
      </Banner>
    )
  }
  if (outcome.failure === null) return <Banner tone="success" title={t('consent.callbackDone')} />
  const { code, params } = outcome.failure
  const key = `failures.${code}.what`
  const what = textOf(t, key, params)
  return (
    <Banner tone="danger" title={t('consent.callbackFailed')}>
      {what === key ? t('common.unknownProblem', { code }) : what}
    </Banner>
  )
}

function useCallbackTexts(): TFunction {
  const { t, i18n } = useTranslation()
  addTexts(i18n, { consent: consentPanel, failures: consentFailures })
  return t
}
