import { err, ok, type Result } from '#base'
import {
  credentialSourceOf,
  type AuthMethod,
  type Connection,
  type ConnectionId,
  type Consent,
  type ConsentRequest,
  type Failure,
} from '#domain'
import { authMethodById } from '#storage'
import { sendFailure } from '../../send/send-failure.ts'
import { redactFailure } from '../../session/redact-event.ts'
import type { VaultContext } from '../vault-context.ts'
import { whileRedacting } from '../while-redacting.ts'
import { prepareCodeConsent } from './code-consent.ts'
import { createConsentDesk } from './consent-desk.ts'
import { beginDeviceConsent, type Wait } from './device-consent.ts'
import { prepareOAuth1Consent } from './oauth1-consent.ts'
import { createPendingConsents, type PendingConsent } from './pending-consents.ts'
import { vaultFailure } from './vault-failure.ts'

/** Asking providers for consent. Codes, verifiers and tokens stay on this side. */
export interface ConsentService {
  /** Prepares what a connection asks its provider for. An earlier request of the connection is given up. */
  readonly beginConsent: (connection: ConnectionId) => Promise<Result<ConsentRequest, Failure>>
  /** Resolves when the person has answered and the tokens are sealed, or when it cannot come to that. */
  readonly consentOutcome: (id: string) => Promise<Result<Consent, Failure>>
  readonly cancelConsent: (id: string) => Promise<void>
}

const waitByTimer: Wait = (milliseconds, signal) =>
  new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', end, { once: true })
  })

/** Serves consents; `wait` is given so that a test need not. */
export function createConsents(context: VaultContext, wait: Wait = waitByTimer): ConsentService {
  const pendings = createPendingConsents()
  const desk = createConsentDesk()
  const redirectUri = `${context.origin}/oauth/callback`

  const beginWindow = async (
    connection: Connection,
    method: AuthMethod,
    pending: PendingConsent,
  ): Promise<Result<ConsentRequest, Failure>> => {
    const prepare = method.type === 'oauth1' ? prepareOAuth1Consent : prepareCodeConsent
    const prepared = await prepare(context, connection, method, redirectUri)
    if (!prepared.ok) return prepared
    const { url, matches, accept } = prepared.value
    desk.await({
      pending,
      matches,
      accept: (answer) =>
        whileRedacting(context, async () => {
          const unsealable = vaultFailure(context)
          return unsealable ? err(unsealable) : redacted(await accept(answer))
        }),
    })
    return ok({ kind: 'window', id: pending.id, url, host: new URL(url).host })
  }

  const redacted = <T>(result: Result<T, Failure>): Result<T, Failure> =>
    result.ok ? result : err(redactFailure(context.secrets.redactor(), result.error))

  const begin = async (id: ConnectionId, pending: PendingConsent): Promise<Result<ConsentRequest, Failure>> => {
    const connection = await context.database.connections.get(id)
    if (!connection) return err(sendFailure('connection-not-found', { connection: id }))
    const method = await authMethodById(context.database, connection.authMethod)
    if (!method) return err(sendFailure('auth-method-missing', { connection: connection.stableKey }))
    const unsealable = vaultFailure(context)
    if (unsealable) return err(unsealable)
    switch (credentialSourceOf(method)) {
      case 'consent':
        return beginWindow(connection, method, pending)
      case 'device':
        return beginDeviceConsent(context, connection, method, pending, wait)
      default:
        return err(sendFailure('consent-not-needed', { connection: connection.name }))
    }
  }

  return {
    beginConsent: async (id) => {
      const pending = pendings.add(id)
      const begun = await begin(id, pending).catch(() => err(sendFailure('vault-unavailable', {}, true)))
      if (!begun.ok) pending.end(begun)
      return redacted(begun)
    },
    consentOutcome: async (id) => redacted(await pendings.outcomeOf(id)),
    cancelConsent: async (id) => pendings.cancel(id),
  }
}
