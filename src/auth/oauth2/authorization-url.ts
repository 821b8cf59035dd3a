import type { OAuth2Client } from './oauth2-client.ts'

/** What a single request for consent is known by. */
export interface AuthorizationRequest {
  readonly state: string
  readonly redirectUri: string
  /** Of the verifier, by S256 (RFC 7636); null without PKCE. */
  readonly challenge: string | null
}

/**
 * Where the person is asked (RFC 6749 section 4.1.1). A query of the endpoint stays, as section 3.1 demands; additional
 * parameters come before those of the protocol, which they cannot replace.
 */
export function authorizationUrl(
  client: Pick<OAuth2Client, 'clientId' | 'scope' | 'authorizationParameters'>,
  endpoint: URL,
  { state, redirectUri, challenge }: AuthorizationRequest,
): string {
  const url = new URL(endpoint.href)
  const query = url.searchParams
  for (const { name, value } of client.authorizationParameters) query.set(name, value)
  query.set('response_type', 'code')
  query.set('client_id', client.clientId)
  query.set('redirect_uri', redirectUri)
  query.set('state', state)
  if (client.scope !== '') query.set('scope', client.scope)
  if (challenge !== null) {
    query.set('code_challenge', challenge)
    query.set('code_challenge_method', 'S256')
  }
  return url.href
}
