import { useFormat, useTranslation } from '#texts'
import { useNow } from './use-now.ts'

export interface ExpiryProps {
  /** Milliseconds since the epoch. */
  readonly at: number
  /** What ends is renewed with the next request. */
  readonly isRenewed?: boolean
}

/** When access ends, counting down by itself: `expires in 12 minutes`. */
export function Expiry({ at, isRenewed = false }: ExpiryProps) {
  const { t } = useTranslation()
  const format = useFormat()
  const now = useNow(at)
  const when = format.relativeTime(at, now)
  const end = at <= now ? 'expired' : 'expires'
  const key = isRenewed ? (`${end}Renewed` as const) : end
  return <span className="tabular-nums">{t(`consent.${key}`, { when })}</span>
}
