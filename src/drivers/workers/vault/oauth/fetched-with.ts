import { toBase64Url } from '#base'
import type { Connection, AuthMethod } from '#domain'
import type { Secrets } from '#vault'

/** The sealed field that says what a fetched token was fetched with. */
export const FETCHED_WITH = 'fetchedWith'

/**
 * A digest of everything that decides which token is fetched. Sealed beside the token, so that a changed client secret,
 * password or setting takes effect with the next request and not when the old token ends.
 */
export async function fetchedWith(
  { settings }: Pick<AuthMethod, 'settings'>,
  { values }: Pick<Connection, 'values'>,
  secrets: Secrets,
): Promise<string> {
  const sorted = (record: object) => Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1))
  const text = JSON.stringify([sorted(settings), sorted(values), sorted(secrets)])
  return toBase64Url(new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))))
}
