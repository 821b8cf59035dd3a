import type { ServerSession } from '#protocol'
import type { IncomingMessage } from 'node:http'
import { isSessionToken } from './session.ts'

/** The header that carries the session's token. */
const TOKEN_HEADER = 'x-patchbay-token'

/** Why a call does not come from our page. */
export type PageRefusal = 'bad-origin' | 'bad-fetch-site' | 'bad-token'

/** Whether the browser says that the call comes from our own origin; null when it does. A missing header is no "yes". */
export function siteRefusal({ headers }: IncomingMessage, own: URL): PageRefusal | null {
  if (headers.origin !== undefined && headers.origin !== own.origin) return 'bad-origin'
  return headers['sec-fetch-site'] === 'same-origin' ? null : 'bad-fetch-site'
}

/** Whether a relay call comes from our page as this process served it: origin, fetch metadata and token; null when it does. */
export function pageRefusal(request: IncomingMessage, own: URL, session: ServerSession): PageRefusal | null {
  if (request.headers.origin !== own.origin) return 'bad-origin'
  const refusal = siteRefusal(request, own)
  if (refusal) return refusal
  const token = request.headers[TOKEN_HEADER]
  return isSessionToken(session, typeof token === 'string' ? token : undefined) ? null : 'bad-token'
}
