import { err, ok, type Result } from '#base'
import type { Failure } from '#domain'
import type { Secrets } from '#vault'
import {
  authorizationCodeGrantRequest,
  clientCredentialsGrantRequest,
  deviceCodeGrantRequest,
  genericTokenEndpointRequest,
  nopkce,
  processGenericTokenEndpointResponse,
  refreshTokenGrantRequest,
} from 'oauth4webapi'
import type { OAuth2Party } from './oauth2-party.ts'
import { tokenFailureOf } from './token-failure.ts'

/** What tokens are asked for with. */
export type TokenGrant =
  | {
      readonly kind: 'code'
      /** What came back, as the library has checked it. */
      readonly answer: URLSearchParams
      readonly redirectUri: string
      readonly verifier: string | null
    }
  | { readonly kind: 'device'; readonly deviceCode: string }
  | { readonly kind: 'refresh'; readonly refreshToken: string }
  | { readonly kind: 'client-credentials' }
  | { readonly kind: 'password'; readonly username: string; readonly password: string }

/** What a provider gave. */
export interface Tokens {
  readonly accessToken: string
  /** Null: none, or the one there was stays good. */
  readonly refreshToken: string | null
  /** Milliseconds since the epoch; null: the provider did not say. */
  readonly expiresAt: number | null
}

function ask(party: OAuth2Party, grant: TokenGrant): Promise<Response> {
  const { server, id, authenticate, client, options } = party
  const added = client.tokenParameters.map(({ name, value }): [string, string] => [name, value])
  const more = { ...options, additionalParameters: added }
  const scoped = client.scope === '' ? added : [...added, ['scope', client.scope]]
  switch (grant.kind) {
    case 'code': {
      // oxlint-disable-next-line typescript/no-deprecated -- a person switches PKCE off for providers that reject it
      const verifier = grant.verifier ?? nopkce
      return authorizationCodeGrantRequest(server, id, authenticate, grant.answer, grant.redirectUri, verifier, more)
    }
    case 'device':
      return deviceCodeGrantRequest(server, id, authenticate, grant.deviceCode, more)
    case 'refresh':
      return refreshTokenGrantRequest(server, id, authenticate, grant.refreshToken, more)
    case 'client-credentials':
      return clientCredentialsGrantRequest(server, id, authenticate, scoped, options)
    default: {
      const { username, password } = grant
      const parameters = [...scoped, ['username', username], ['password', password]]
      return genericTokenEndpointRequest(server, id, authenticate, 'password', parameters, options)
    }
  }
}

/** What is sent beside the method's secrets, and must not be repeated in what is said about it. */
function sentWith(grant: TokenGrant): Secrets {
  switch (grant.kind) {
    case 'code':
      return { code: grant.answer.get('code') ?? '', verifier: grant.verifier ?? '' }
    case 'device':
      return { deviceCode: grant.deviceCode }
    case 'refresh':
      return { refreshToken: grant.refreshToken }
    case 'password':
      return { password: grant.password }
    default:
      return {}
  }
}

/**
 * Asks the token endpoint once. When tokens end is counted from the clock as the answer is read, never from when it was
 * asked for. Failures: those of `tokenFailureOf`.
 */
export async function requestTokens(
  party: OAuth2Party,
  grant: TokenGrant,
  clock: () => number,
): Promise<Result<Tokens, Failure>> {
  const { host } = party.client.tokenUrl
  try {
    const response = await ask(party, grant)
    const answer = await processGenericTokenEndpointResponse(party.server, party.id, response)
    const life = answer.expires_in ?? 0
    return ok({
      accessToken: answer.access_token,
      refreshToken: answer.refresh_token ?? null,
      // Providers whose tokens do not end say 0, or nothing.
      expiresAt: life > 0 ? clock() + Math.round(life * 1000) : null,
    })
  } catch (error) {
    return err(tokenFailureOf(error, host, { ...party.secrets, ...sentWith(grant) }))
  }
}
