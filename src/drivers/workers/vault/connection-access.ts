import { err, ok, type Result } from '#base'
import {
  askedFields,
  credentialSourceOf,
  needsConsent,
  tokenFieldOf,
  type AuthMethod,
  type Connection,
  type ConnectionRef,
  type Credential,
  type Failure,
} from '#domain'
import { authMethodById, connectionByKey } from '#storage'
import { boundOriginOf, type Secrets } from '#vault'
import { failureOfProblem, sendFailure } from '../send/send-failure.ts'
import { openMethodSecrets, type MethodSecrets } from './oauth/method-secrets.ts'
import { openCredential } from './open-credential.ts'
import type { VaultContext } from './vault-context.ts'

/** What a request with a connection goes by, as it is stored now. */
export interface ConnectionAccess {
  readonly connection: Connection
  readonly method: AuthMethod
  /** Null when the auth type has no secret, or none was entered and none is required. */
  readonly credential: Credential | null
  /** The connection's values with the opened secrets; never leaves the vault worker. */
  readonly values: Secrets
  readonly hasSecret: boolean
  /** Where requests of this connection may go. */
  readonly origins: readonly string[]
}

/** Whether there are no secrets where some are required, or one was lost that was entered: without it, it is another request. */
const lacksSecret = (connection: Connection, method: AuthMethod, found: Credential | undefined): boolean =>
  askedFields(method, 'secrets').some(
    ({ key, required }) =>
      (required && !found) || (connection.secretsSet.includes(key) && !found?.fields.includes(key)),
  )

/** Whether all that is sealed for a connection was fetched: with nothing entered, there is nothing to enter again. */
const isFetchedAlone = (method: AuthMethod): boolean =>
  credentialSourceOf(method) === 'fetched' && askedFields(method, 'secrets').length === 0

async function openFor(
  context: VaultContext,
  connection: Connection,
  method: AuthMethod,
): Promise<Result<{ credential: Credential | null; secrets: Secrets }, Failure>> {
  const owner = { kind: 'connection', connection: connection.id } as const
  const found = await openCredential(context, owner, { kind: 'test-runner' })
  const name = connection.stableKey
  const lacksConsent = needsConsent(method) && !found?.credential.fields.includes(tokenFieldOf(method))
  if (lacksConsent) return err(sendFailure('consent-missing', { connection: connection.name }))
  if (lacksSecret(connection, method, found?.credential)) {
    return err(sendFailure('credential-missing', { connection: name }))
  }
  if (!found) return ok({ credential: null, secrets: {} })
  const { credential, opened } = found
  if (opened.ok) return ok({ credential, secrets: opened.value })
  return err(sendFailure(opened.error.code, { ...opened.error.params, connection: name }))
}

/**
 * What of the method's secrets requests to the API are signed with. A client secret is for the token endpoint alone; one
 * that a signature only proves may be used anywhere; one that is sent goes only where it was entered for.
 */
function signingSecrets(
  method: AuthMethod,
  { secrets, origins }: MethodSecrets,
  base: string,
): Result<Secrets, Failure> {
  if (method.type === 'oauth2') return ok({})
  const isProved = method.type === 'oauth1' && method.settings['signatureMethod'] !== 'PLAINTEXT'
  if (isProved || origins.includes(base) || Object.keys(secrets).length === 0) return ok(secrets)
  return err(sendFailure('client-secret-not-bound', { method: method.name, origin: base }))
}

/**
 * Reads connection, auth method and credential afresh, so that changed test credentials take effect with the next
 * request, also in a run under way. Failures: `connection-not-found`, `auth-method-missing`, `credential-missing`,
 * `consent-missing` {connection}, `credential-damaged` {connection, reason}, `credential-origin-changed` {connection,
 * origin}, `client-secret-missing` {method}, `client-secret-not-bound` {method, origin}, `vault-locked`,
 * `base-url-invalid`.
 */
export async function accessOf(context: VaultContext, ref: ConnectionRef): Promise<Result<ConnectionAccess, Failure>> {
  const connection = await connectionByKey(context.database, ref.connection)
  if (!connection) return err(sendFailure('connection-not-found', { connection: ref.connection }))
  const method = await authMethodById(context.database, connection.authMethod)
  if (!method) return err(sendFailure('auth-method-missing', { connection: ref.connection }))
  // Opened before anything is refused: what a run might meet is recognised in any case.
  const ofMethod = await openMethodSecrets(context, method)
  const opened = await openFor(context, connection, method)
  if (!opened.ok) return opened
  const { credential, secrets } = opened.value
  const own = { ...connection.values, ...secrets }
  if (credential) context.secrets.add(credential.id, credential.revision, method.type, method.settings, own)
  const base = boundOriginOf(connection.baseUrl, context.origin)
  if (!base.ok) return err(failureOfProblem(base.error))
  // The base URL was changed: what was got or entered for the old one is not sent to the new one.
  if (credential && !credential.origins.includes(base.value)) {
    if (!isFetchedAlone(method)) {
      return err(sendFailure('credential-origin-changed', { connection: ref.connection, origin: base.value }))
    }
    return ok({
      connection,
      method,
      credential: null,
      values: connection.values,
      hasSecret: false,
      origins: [base.value],
    })
  }
  // Whoever only sends a token needs no client secret; renewing the token says what is wrong with it.
  const shared = ofMethod.ok
    ? signingSecrets(method, ofMethod.value, base.value)
    : method.type === 'oauth2'
      ? ok({})
      : ofMethod
  if (!shared.ok) return shared
  return ok({
    connection,
    method,
    credential,
    values: { ...own, ...shared.value },
    hasSecret: (credential !== null && credential.fields.length > 0) || Object.keys(shared.value).length > 0,
    origins: credential?.origins ?? [base.value],
  })
}

/** Opens what every connection of the workspace holds, so that a run redacts secrets it has not used itself. */
export async function openAll(context: VaultContext): Promise<void> {
  const keys = (await context.database.connections.toArray()).map(({ stableKey }) => stableKey)
  await Promise.all(keys.map((connection) => accessOf(context, { connection })))
}
