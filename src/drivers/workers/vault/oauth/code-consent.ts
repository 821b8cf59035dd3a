import { authorizationUrl, type OAuth2Client } from '#auth'
import { err, ok, type Result } from '#base'
import type { AuthMethod, Connection, Consent, Failure } from '#domain'
import {
  calculatePKCECodeChallenge,
  generateRandomCodeVerifier,
  generateRandomState,
  validateAuthResponse,
} from 'oauth4webapi'
import { sendFailure } from '../../send/send-failure.ts'
import type { VaultContext } from '../vault-context.ts'
import type { WindowConsent } from './consent-desk.ts'
import { keepConsent } from './keep-consent.ts'
import { oauth2PartyOf, type OAuth2Party } from './oauth2-party.ts'
import { requestTokens } from './request-tokens.ts'
import { isUnsound, saidText } from './token-failure.ts'

/** A request for consent: where the person is asked, and what is done with the answer. */
export interface PreparedWindow extends Pick<WindowConsent, 'matches' | 'accept'> {
  readonly url: string
}

/**
 * Who answered (RFC 9207). With an issuer named, nobody else may have. Without, an answer that names one must name the
 * origin that was asked: a server that is mixed up with another would send its code to the wrong token endpoint.
 */
function issuerFailure({ issuer, authorizationUrl: asked }: OAuth2Client, named: string | null): Failure | null {
  if (named === null) return issuer === null ? null : sendFailure('consent-issuer-missing', { expected: issuer })
  const origin = URL.canParse(named) ? new URL(named).origin : ''
  const isRight = issuer === null ? origin === asked?.origin : named === issuer
  return isRight
    ? null
    : sendFailure('consent-issuer-mismatch', { issuer: saidText(named), expected: issuer ?? asked?.origin ?? '' })
}

/** What the provider says instead of one code (RFC 6749 section 4.1.2.1). */
function refusal(answer: URLSearchParams, host: string): Failure | null {
  const error = answer.get('error')
  if (error === null) {
    const [code = '', ...others] = answer.getAll('code')
    return code !== '' && others.length === 0 ? null : sendFailure('consent-answer-invalid', { host })
  }
  if (error === 'access_denied') return sendFailure('consent-denied', { host })
  const said = saidText(answer.get('error_description') ?? '')
  return sendFailure('consent-refused', { host, error: saidText(error), description: said || saidText(error) })
}

/** The answer as the library wants it; `consent-answer-invalid` {host} when it holds what no such answer may. */
function checkedAnswer(
  { server, id }: OAuth2Party,
  answer: URLSearchParams,
  state: string,
  host: string,
): Result<URLSearchParams, Failure> {
  try {
    return ok(validateAuthResponse({ ...server, issuer: answer.get('iss') ?? server.issuer }, id, answer, state))
  } catch (error) {
    if (isUnsound(error)) return err(sendFailure('consent-answer-invalid', { host }))
    throw error
  }
}

/**
 * Prepares the authorization code grant with PKCE (RFC 6749 section 4.1, RFC 7636). State and verifier are made for one
 * answer. The method's settings are those of now: a provider that is exchanged meanwhile gets no code of another one.
 */
export async function prepareCodeConsent(
  context: VaultContext,
  connection: Connection,
  method: AuthMethod,
  redirectUri: string,
): Promise<Result<PreparedWindow, Failure>> {
  const party = await oauth2PartyOf(context, method, connection.accessMode)
  if (!party.ok) return party
  const { client } = party.value
  const endpoint = client.authorizationUrl
  if (!endpoint) return err(sendFailure('oauth-url-invalid', { field: 'authorizationUrl', method: method.name }))
  const state = generateRandomState()
  const verifier = client.pkce ? generateRandomCodeVerifier() : null
  const challenge = verifier && (await calculatePKCECodeChallenge(verifier))

  const accept = async (answer: URLSearchParams): Promise<Result<Consent, Failure>> => {
    const wrong = issuerFailure(client, answer.get('iss')) ?? refusal(answer, endpoint.host)
    if (wrong) return err(wrong)
    // Opened again: nothing keeps a client secret in memory while a person takes their time.
    const now = await oauth2PartyOf(context, method, connection.accessMode)
    if (!now.ok) return now
    const checked = checkedAnswer(now.value, answer, state, endpoint.host)
    if (!checked.ok) return checked
    const grant = { kind: 'code', answer: checked.value, redirectUri, verifier } as const
    const tokens = await requestTokens(now.value, grant, context.clock)
    if (!tokens.ok) return tokens
    const { accessToken, refreshToken, expiresAt } = tokens.value
    return keepConsent(context, connection.id, {
      fields: { accessToken, ...(refreshToken !== null && { refreshToken }) },
      tokenOrigin: client.tokenUrl.origin,
      expiresAt,
    })
  }
  return ok({
    url: authorizationUrl(client, endpoint, { state, redirectUri, challenge }),
    matches: (answer) => answer.get('state') === state,
    accept,
  })
}
