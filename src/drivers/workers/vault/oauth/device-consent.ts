import { err, ok, type Result } from '#base'
import type { AuthMethod, Connection, Consent, ConsentRequest, Failure } from '#domain'
import { deviceAuthorizationRequest, processDeviceAuthorizationResponse } from 'oauth4webapi'
import { sendFailure } from '../../send/send-failure.ts'
import type { VaultContext } from '../vault-context.ts'
import { keepConsent } from './keep-consent.ts'
import { oauth2PartyOf, type OAuth2Party } from './oauth2-party.ts'
import type { PendingConsent } from './pending-consents.ts'
import { requestTokens, type Tokens } from './request-tokens.ts'
import { tokenFailureOf } from './token-failure.ts'
import { vaultFailure } from './vault-failure.ts'

/** Waits for a time in milliseconds, or until the signal ends. */
export type Wait = (milliseconds: number, signal: AbortSignal) => Promise<void>

/** RFC 8628 section 3.2: what is waited between two questions when the provider does not say. */
const INTERVAL_SECONDS = 5
/** RFC 8628 section 3.5: by how much `slow_down` makes it longer, from then on. */
const SLOWER_SECONDS = 5
const LONGEST_SECONDS = 60

/** A code that the person enters at the provider. */
interface DeviceCode {
  readonly shown: Omit<Extract<ConsentRequest, { readonly kind: 'device' }>, 'id' | 'kind'>
  readonly deviceCode: string
  readonly interval: number
}

const isWeb = (url: string): boolean => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol)

async function requestCode(
  party: OAuth2Party,
  host: string,
  clock: () => number,
): Promise<Result<DeviceCode, Failure>> {
  const { server, id, authenticate, client, options } = party
  try {
    const parameters = new URLSearchParams(client.scope === '' ? {} : { scope: client.scope })
    const response = await deviceAuthorizationRequest(server, id, authenticate, parameters, options)
    const answer = await processDeviceAuthorizationResponse(server, id, response)
    const { verification_uri: verificationUrl, verification_uri_complete: complete = '' } = answer
    // It becomes a link.
    if (!isWeb(verificationUrl)) return err(sendFailure('token-answer-invalid', { host, status: response.status }))
    return ok({
      deviceCode: answer.device_code,
      interval: answer.interval ?? INTERVAL_SECONDS,
      shown: {
        userCode: answer.user_code,
        verificationUrl,
        completeUrl: isWeb(complete) ? complete : null,
        expiresAt: clock() + answer.expires_in * 1000,
        host,
      },
    })
  } catch (error) {
    return err(tokenFailureOf(error, host, party.secrets))
  }
}

/** Asks until the person has answered (RFC 8628 sections 3.4 and 3.5). */
async function poll(
  party: OAuth2Party,
  { deviceCode, interval, shown }: DeviceCode,
  context: VaultContext,
  wait: Wait,
  signal: AbortSignal,
): Promise<Result<Tokens, Failure>> {
  const { clock } = context
  let seconds = interval
  while (!signal.aborted && clock() < shown.expiresAt) {
    await wait(seconds * 1000, signal)
    if (signal.aborted) break
    const unsealable = vaultFailure(context)
    if (unsealable) return err(unsealable)
    const tokens = await requestTokens(party, { kind: 'device', deviceCode }, clock)
    if (tokens.ok) return tokens
    const { code, params, retryable } = tokens.error
    if (code !== 'token-refused') {
      if (!retryable) return tokens
      // No answer, or none that makes sense: asked again, but less often.
      seconds = Math.min(seconds * 2, LONGEST_SECONDS)
    } else if (params['error'] === 'slow_down') seconds += SLOWER_SECONDS
    else if (params['error'] === 'expired_token') break
    else if (params['error'] === 'access_denied') return err(sendFailure('consent-denied', { host: shown.host }))
    else if (params['error'] !== 'authorization_pending') return tokens
  }
  return err(sendFailure(signal.aborted ? 'consent-cancelled' : 'consent-expired'))
}

/** Gets a code from the provider and begins to ask whether it was entered; the pending consent ends with what comes of it. */
export async function beginDeviceConsent(
  context: VaultContext,
  connection: Connection,
  method: AuthMethod,
  pending: PendingConsent,
  wait: Wait,
): Promise<Result<ConsentRequest, Failure>> {
  const party = await oauth2PartyOf(context, method, connection.accessMode)
  if (!party.ok) return party
  const host = party.value.client.deviceUrl?.host ?? ''
  const code = await requestCode(party.value, host, context.clock)
  if (!code.ok) return code
  const finish = async (): Promise<Result<Consent, Failure>> => {
    const tokens = await poll(party.value, code.value, context, wait, pending.signal)
    if (!tokens.ok) return tokens
    // Given up at the last moment: what came is not kept.
    if (pending.signal.aborted) return err(sendFailure('consent-cancelled'))
    const { accessToken, refreshToken, expiresAt } = tokens.value
    const fields = { accessToken, ...(refreshToken !== null && { refreshToken }) }
    const tokenOrigin = party.value.client.tokenUrl.origin
    return keepConsent(context, connection.id, { fields, tokenOrigin, expiresAt })
  }
  void finish()
    .catch(() => err(sendFailure('vault-unavailable', {}, true)))
    .then((outcome) => pending.end(outcome))
  return ok({ kind: 'device', id: pending.id, ...code.value.shown })
}
