import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { formatBytes, formatDuration, formatNumber, formatRelativeTime } from './format.ts'

/** The formatters of `format.ts` in the language the interface is shown in. */
export interface Format {
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** Milliseconds. */
  readonly duration: (ms: number) => string
  readonly bytes: (bytes: number) => string
  /** Epoch milliseconds. */
  readonly relativeTime: (time: number, now: number) => string
}

/** Formatters bound to the current locale; stable until it changes. */
export function useFormat(): Format {
  const locale = useTranslation().i18n.language
  return useMemo(
    () => ({
      number: (value, options) => formatNumber(value, locale, options),
      duration: (ms) => formatDuration(ms, locale),
      bytes: (bytes) => formatBytes(bytes, locale),
      relativeTime: (time, now) => formatRelativeTime(time, now, locale),
    }),
    [locale],
  )
}
