import {
  oauth1AuthorizationUrl,
  oauth1EndpointsOf,
  OAuth1Secrets,
  OAuth1Settings,
  readOAuth1Token,
  signOAuth1,
  type OAuth1Token,
} from '#auth'
import { createId, err, fromBase64, ok, type Result } from '#base'
import type { AuthMethod, Connection, Consent, Failure, ResponseBody, StepResponse } from '#domain'
import { mayGoTo, type Secrets } from '#vault'
import { failureOfProblem, sendFailure } from '../../send/send-failure.ts'
import type { VaultContext } from '../vault-context.ts'
import { callEndpoint } from './call-endpoint.ts'
import type { PreparedWindow } from './code-consent.ts'
import { keepConsent } from './keep-consent.ts'
import { openMethodSecrets } from './method-secrets.ts'
import { saidText, withoutSent } from './token-failure.ts'

function textOf(body: ResponseBody): string {
  if (body.kind === 'text') return body.text
  return body.kind === 'binary' ? new TextDecoder().decode(fromBase64(body.data)) : ''
}

/** What a server says instead of a token; `oauth_problem` is what many have agreed on. */
function refusal({ status, statusText, body }: StepResponse, host: string): Failure {
  const answer = new URLSearchParams(textOf(body).slice(0, 2000))
  const problem = saidText(answer.get('oauth_problem') ?? String(status))
  const advice = saidText(answer.get('oauth_problem_advice') ?? statusText)
  return sendFailure('token-refused', { host, error: problem, description: advice || problem, status }, status >= 500)
}

/** One signed POST for a token (RFC 5849 sections 2.1 and 2.3). */
async function requestToken(
  context: VaultContext,
  { accessMode }: Connection,
  method: AuthMethod,
  url: URL,
  kind: 'request' | 'access',
  known: OAuth1Token | null,
  parameters: Readonly<Record<string, string>>,
): Promise<Result<OAuth1Token, Failure>> {
  const opened = await openMethodSecrets(context, method)
  if (!opened.ok) return opened
  if (!mayGoTo(opened.value.origins, url.href)) {
    return err(sendFailure('client-secret-not-bound', { method: method.name, origin: url.origin }))
  }
  const secrets: Secrets = {
    ...opened.value.secrets,
    ...(known && { oauthToken: known.token, tokenSecret: known.secret }),
  }
  const unsigned = { method: 'POST', url: url.href, headers: [['Accept', '*/*']] as const, body: null }
  const signing = { clock: context.clock, nonce: () => createId('nonce') }
  const settings = OAuth1Settings.safeParse(method.settings)
  if (!settings.success) {
    const field = String(settings.error.issues[0]?.path[0] ?? '')
    return err(sendFailure('auth-settings-invalid', { field }))
  }
  const signed = await signOAuth1(unsigned, settings.data, OAuth1Secrets.parse(secrets), signing, parameters)
  if (!signed.ok) return err(failureOfProblem(signed.error))
  const called = await callEndpoint(context, accessMode, signed.value)
  if (!called.ok) return called
  const { status, body } = called.value
  const sent = { ...secrets, ...parameters }
  if (status < 200 || status > 299) return err(withoutSent(refusal(called.value, url.host), sent))
  const token = readOAuth1Token(textOf(body), kind)
  return token.ok ? token : err(sendFailure('token-answer-invalid', { host: url.host, status }))
}

/** Prepares OAuth 1.0a with three legs: gets a request token, which is what the person is asked about. */
export async function prepareOAuth1Consent(
  context: VaultContext,
  connection: Connection,
  method: AuthMethod,
  redirectUri: string,
): Promise<Result<PreparedWindow, Failure>> {
  const endpoints = oauth1EndpointsOf(method.settings)
  if (!endpoints.ok) {
    const { code, params } = endpoints.error
    return err(sendFailure(code, { ...params, method: method.name }))
  }
  const { requestTokenUrl, authorizationUrl, accessTokenUrl } = endpoints.value
  const parameters = { oauth_callback: redirectUri }
  const request = await requestToken(context, connection, method, requestTokenUrl, 'request', null, parameters)
  if (!request.ok) return request

  const accept = async (answer: URLSearchParams): Promise<Result<Consent, Failure>> => {
    const { host } = authorizationUrl
    if (answer.has('denied') || answer.has('oauth_problem')) return err(sendFailure('consent-denied', { host }))
    const verifier = answer.get('oauth_verifier')
    if (!verifier) return err(sendFailure('consent-answer-invalid', { host }))
    const access = await requestToken(context, connection, method, accessTokenUrl, 'access', request.value, {
      oauth_verifier: verifier,
    })
    if (!access.ok) return access
    const fields = { oauthToken: access.value.token, tokenSecret: access.value.secret }
    return keepConsent(context, connection.id, { fields, tokenOrigin: null, expiresAt: null })
  }
  const { token } = request.value
  return ok({
    url: oauth1AuthorizationUrl(authorizationUrl, token),
    matches: (answer) => answer.get('oauth_token') === token || answer.get('denied') === token,
    accept,
  })
}
