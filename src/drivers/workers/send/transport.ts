import type { AuthRequest } from '#auth'
import type { Result } from '#base'
import type { Failure, StepResponse } from '#domain'

/** Bytes of a response's body that are kept. */
export const MAX_BODY_BYTES = 10_000_000

/** A signed request on its way out. */
export interface Outgoing {
  readonly request: AuthRequest
  /** With a secret attached no redirect is followed to another origin, and by the browser none at all. */
  readonly hasSecret: boolean
  readonly timeoutMs: number
  /** JSON is wanted as the text it comes as. */
  readonly asText?: boolean
  readonly signal: AbortSignal
}

/** One way out. */
export type Transport = (outgoing: Outgoing) => Promise<Result<StepResponse, Failure>>

/** A URL as it may be shown: without query and fragment. */
export function shownUrl(url: string): string {
  const { origin, pathname } = new URL(url)
  return `${origin}${pathname}`
}
