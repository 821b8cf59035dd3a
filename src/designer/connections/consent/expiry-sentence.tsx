import { useFormat } from '#texts'
import { useConsentTexts } from './use-consent-texts.ts'
import { useNow } from './use-now.ts'

/** The end of something in a sentence of its own, counting down: `The code expires in 9 minutes.` `at` as in `Expiry`. */
export function ExpirySentence({ of, at }: { readonly of: 'access' | 'code'; readonly at: number }) {
  const t = useConsentTexts()
  const format = useFormat()
  const now = useNow(at)
  const when = format.relativeTime(at, now)
  return <span className="tabular-nums">{t(`consent.${of}${at <= now ? 'Expired' : 'Expires'}`, { when })}</span>
}
