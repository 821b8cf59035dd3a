import type { StepResponse } from '#domain'

/** A longer wait than this is no answer to "when may I try again"; it is not gone by. */
const ABSURD_MS = 3_600_000

/** Statuses whose `Retry-After` is about how long to keep away: RFC 6585 section 4, RFC 9110 section 15.6.4. */
const ASKING = new Set([429, 503])

/** The three forms of a date in a header, RFC 9110 section 5.6.7; the last one names no zone and means GMT. */
const DATE = /^[A-Z][a-z]{2,8}, \d{2}[ -][A-Z][a-z]{2}[ -]\d{2,4} \d{2}:\d{2}:\d{2} GMT$/
const ASCTIME = /^[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d{2}:\d{2}:\d{2} \d{4}$/

function timeOf(text: string): number {
  if (DATE.test(text)) return Date.parse(text)
  return ASCTIME.test(text) ? Date.parse(`${text} GMT`) : Number.NaN
}

/**
 * Milliseconds an answer asks to wait before the next request (RFC 9110 section 10.2.3: seconds, or a date); null when it
 * asks nothing, nothing that can be read, or more than an hour. A date is measured against the answer's own `Date`, where
 * the page may read it, because clocks differ; else against `now`, milliseconds since the epoch. A page reads the header
 * from another origin only when the API exposes it (CORS); the local server always does.
 */
export function retryAfterOf(
  { status, headers }: Pick<StepResponse, 'status' | 'headers'>,
  now: number,
): number | null {
  const text = headers['retry-after']?.trim() ?? ''
  if (!ASKING.has(status) || text === '') return null
  const sent = timeOf(headers['date'] ?? '')
  const asked = /^\d{1,9}$/.test(text) ? Number(text) * 1000 : timeOf(text) - (Number.isNaN(sent) ? now : sent)
  if (Number.isNaN(asked) || asked > ABSURD_MS) return null
  return Math.max(0, asked)
}

/** Methods that do the same when they are sent twice: RFC 9110 section 9.2.2. */
const IDEMPOTENT = new Set(['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'TRACE'])

/**
 * Whether the request that was answered so may be sent again. 429 says that it was one too many and was not taken up
 * (RFC 6585 section 4), so any may. After 503 an API may have done a part of it: only what is idempotent is sent again
 * without being asked to (RFC 9110 section 9.2.2).
 */
export const maySendAgain = (method: string, status: number): boolean =>
  status === 429 || IDEMPOTENT.has(method.toUpperCase())
