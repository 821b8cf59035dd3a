import type { StepResponse } from './exchange.ts'

/** A longer wait than this is no answer to "when may I try again"; more than one API sends a time of day as seconds. */
const ABSURD_MS = 86_400_000

/** The three forms of a date in a header, RFC 9110 section 5.6.7; the last one names no zone and means GMT. */
const DATE = /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/

function timeOf(text: string): number {
  if (DATE.test(text)) return Date.parse(text)
  return ASCTIME.test(text) ? Date.parse(`${text} GMT`) : Number.NaN
}

/**
 * Milliseconds that `Retry-After` asks to wait (RFC 9110 section 10.2.3: seconds, or a date); null when it asks nothing,
 * nothing that can be read, or more than a day. A date is measured against the answer's own `Date`, where the page may read
 * it, because clocks differ; else against `now`, milliseconds since the epoch. A page reads the header from another origin
 * only when the API exposes it (CORS); the local server always does.
 */
export function retryAfterMs(headers: StepResponse['headers'], now: number | undefined): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  const sent = timeOf(headers['date'] ?? '')
  const since = Number.isNaN(sent) ? (now ?? Number.NaN) : sent
  const asked = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : timeOf(text) - since
  return Number.isNaN(asked) || asked > ABSURD_MS ? null : Math.max(0, asked)
}
