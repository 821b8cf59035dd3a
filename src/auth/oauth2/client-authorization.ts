import { toBase64 } from '#base'

/** As `application/x-www-form-urlencoded` writes it, in UTF-8 (RFC 6749 appendix B). */
export const formEncoded = (text: string): string => new URLSearchParams({ '': text }).toString().slice(1)

/**
 * The `Authorization` line of a client with a secret (RFC 6749 section 2.3.1): both parts are form-encoded before they
 * become Base64. Only what has to be is escaped, because many providers compare without undoing it.
 */
export function clientAuthorization(clientId: string, clientSecret: string): string {
  const pair = `${formEncoded(clientId)}:${formEncoded(clientSecret)}`
  return `Basic ${toBase64(new TextEncoder().encode(pair))}`
}
