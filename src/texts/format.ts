import { must } from '#base'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

const RELATIVE_STEPS: readonly (readonly [limit: number, unit: Intl.RelativeTimeFormatUnit, size: number])[] = [
  [MINUTE, 'second', 1000],
  [HOUR, 'minute', MINUTE],
  [DAY, 'hour', HOUR],
  [30 * DAY, 'day', DAY],
  [365 * DAY, 'month', 30 * DAY],
  [Number.POSITIVE_INFINITY, 'year', 365 * DAY],
]

const BYTE_UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

const formatters = new Map<string, Intl.NumberFormat>()

/** A formatter takes far longer to make than to use, and a run shows hundreds of durations at once. */
function numberFormat(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = `${locale} ${JSON.stringify(options)}`
  const known = formatters.get(key)
  if (known) return known
  const made = new Intl.NumberFormat(locale, options)
  formatters.set(key, made)
  return made
}

function unit(value: number, name: string, locale: string, maximumFractionDigits: number): string {
  const options = { style: 'unit', unit: name, unitDisplay: 'short', maximumFractionDigits } as const
  return numberFormat(locale, options).format(value)
}

/** A number with the locale's separators. */
export function formatNumber(value: number, locale: string, options: Intl.NumberFormatOptions = {}): string {
  return numberFormat(locale, options).format(value)
}

/** A length of time given in milliseconds, in the two units that matter: `340 ms`, `1.2 sec`, `3 min 5 sec`, `2 hr 4 min`. */
export function formatDuration(ms: number, locale: string): string {
  const rounded = Math.max(0, Math.round(ms))
  if (rounded < 1000) return unit(rounded, 'millisecond', locale, 0)
  if (rounded < 59_950) return unit(rounded / 1000, 'second', locale, 1)
  const seconds = Math.round(rounded / 1000)
  const [big, bigUnit, small, smallUnit] =
    seconds < 3600
      ? ([Math.floor(seconds / 60), 'minute', seconds % 60, 'second'] as const)
      : ([Math.floor(seconds / 3600), 'hour', Math.floor((seconds % 3600) / 60), 'minute'] as const)
  const head = unit(big, bigUnit, locale, 0)
  return small === 0 ? head : `${head} ${unit(small, smallUnit, locale, 0)}`
}

/** A size given in bytes, in decimal units (1 kB = 1000 bytes) with one decimal: `512 byte`, `1.5 kB`. */
export function formatBytes(bytes: number, locale: string): string {
  let value = Math.max(0, bytes)
  let step = 0
  while (value >= 999.95 && step < BYTE_UNITS.length - 1) {
    value /= 1000
    step += 1
  }
  return unit(value, BYTE_UNITS[step] ?? 'byte', locale, step === 0 ? 0 : 1)
}

/** When something was (or will be) as seen from `now`, both in epoch milliseconds: `5 minutes ago`, `yesterday`, `now`. */
export function formatRelativeTime(time: number, now: number, locale: string): string {
  const delta = time - now
  const [, name, size] = must(
    RELATIVE_STEPS.find(([limit]) => Math.abs(delta) < limit),
    'a moment is a number',
  )
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(Math.trunc(delta / size), name)
}
