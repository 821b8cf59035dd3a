import { err, ok, problem, type Problem, type Result } from '#base'
import { endpointUrl } from './oauth2/endpoint-url.ts'

/** The three addresses of RFC 5849 section 2. */
export interface OAuth1Endpoints {
  readonly requestTokenUrl: URL
  readonly authorizationUrl: URL
  readonly accessTokenUrl: URL
}

/** Reads the addresses of an auth method's settings. Problems: those of `endpointUrl`. */
export function oauth1EndpointsOf(settings: Readonly<Record<string, unknown>>): Result<OAuth1Endpoints, Problem> {
  const requestTokenUrl = endpointUrl(settings['requestTokenUrl'], 'requestTokenUrl')
  if (!requestTokenUrl.ok) return requestTokenUrl
  const authorizationUrl = endpointUrl(settings['authorizationUrl'], 'authorizationUrl')
  if (!authorizationUrl.ok) return authorizationUrl
  const accessTokenUrl = endpointUrl(settings['accessTokenUrl'], 'accessTokenUrl')
  if (!accessTokenUrl.ok) return accessTokenUrl
  return ok({
    requestTokenUrl: requestTokenUrl.value,
    authorizationUrl: authorizationUrl.value,
    accessTokenUrl: accessTokenUrl.value,
  })
}

/** A token with its secret: of the request, or of the access. */
export interface OAuth1Token {
  readonly token: string
  readonly secret: string
}

/**
 * Reads a form-encoded answer with a token (RFC 5849 sections 2.1 and 2.3). Of a request token it must also say that the
 * callback was taken: a server that does not know it would send the verifier elsewhere. Problem `oauth1-token-invalid`.
 */
export function readOAuth1Token(text: string, kind: 'request' | 'access'): Result<OAuth1Token, Problem> {
  const answer = new URLSearchParams(text.trim())
  const token = answer.get('oauth_token')
  const secret = answer.get('oauth_token_secret')
  const isConfirmed = kind === 'access' || answer.get('oauth_callback_confirmed') === 'true'
  if (!token || secret === null || !isConfirmed) return err(problem('oauth1-token-invalid'))
  return ok({ token, secret })
}

/** Where the person is asked (RFC 5849 section 2.2); a query of the endpoint stays. */
export function oauth1AuthorizationUrl(endpoint: URL, token: string): string {
  const url = new URL(endpoint.href)
  url.searchParams.set('oauth_token', token)
  return url.href
}
