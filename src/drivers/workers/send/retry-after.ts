import { retryAfterMs, type StepResponse } from '#domain'

/** Statuses whose `Retry-After` is about how long to keep away: RFC 6585 section 4, RFC 9110 section 15.6.4. */
const ASKING = new Set([429, 503])

/** Milliseconds an answer asks to wait before the next request; null when it asks for nothing that can be honoured. */
export function retryAfterOf(
  { status, headers }: Pick<StepResponse, 'status' | 'headers'>,
  now: number,
): number | null {
  return ASKING.has(status) ? retryAfterMs(headers, now) : null
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
