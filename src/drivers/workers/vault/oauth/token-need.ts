import { isRenewalDue } from '#auth'
import type { ConnectionAccess } from '../connection-access.ts'
import { FETCHED_WITH } from './fetched-with.ts'

/** Why a token is asked about: before a request, or because the API refused the one that was sent. */
export type TokenOccasion =
  | { readonly kind: 'before' }
  | { readonly kind: 'refused'; readonly token: string | undefined }

/** What is to be done about an access token. */
export type TokenNeed = 'none' | 'renew-soon' | 'renew-now'

/**
 * Whether a connection's access token has to be renewed. `digest` is what a token would be fetched with now; null where
 * none can be fetched. After a refusal only the very token that was refused is renewed, not one that came in between.
 */
export function tokenNeed(
  { values, credential }: ConnectionAccess,
  occasion: TokenOccasion,
  digest: string | null,
  now: number,
): TokenNeed {
  const token = values['accessToken']
  if (token === undefined || token === '') return 'renew-now'
  if (occasion.kind === 'refused' && occasion.token === token) return 'renew-now'
  if (digest !== null && values[FETCHED_WITH] !== digest) return 'renew-now'
  if (!credential) return 'none'
  const { updatedAt, expiresAt } = credential
  if (!isRenewalDue({ receivedAt: updatedAt, expiresAt }, now)) return 'none'
  return expiresAt !== null && expiresAt <= now ? 'renew-now' : 'renew-soon'
}
