import { err, ok, type Result } from '#base'
import { credentialSourceOf, tokenOriginOf, type Failure } from '#domain'
import { findCredential, recordCredentialCheck } from '#storage'
import { sendFailure } from '../../send/send-failure.ts'
import { accessOf, type ConnectionAccess } from '../connection-access.ts'
import type { VaultContext } from '../vault-context.ts'
import { FETCHED_WITH, fetchedWith } from './fetched-with.ts'
import { keepTokens } from './keep-tokens.ts'
import { openMethodSecrets } from './method-secrets.ts'
import { oauth2PartyOf } from './oauth2-party.ts'
import { requestTokens, type TokenGrant } from './request-tokens.ts'
import { withTokenLock } from './token-lock.ts'
import { tokenNeed, type TokenOccasion } from './token-need.ts'
import { vaultFailure } from './vault-failure.ts'

/** How a token is had without asking anybody; null: it cannot. */
async function renewalOf(
  context: VaultContext,
  { method, connection, values }: ConnectionAccess,
): Promise<{ readonly grant: TokenGrant; readonly digest: string | null } | null> {
  const { refreshToken = '', username = '', password = '' } = values
  if (credentialSourceOf(method) !== 'fetched') {
    return refreshToken === '' ? null : { grant: { kind: 'refresh', refreshToken }, digest: null }
  }
  const opened = await openMethodSecrets(context, method)
  const secrets = { ...(opened.ok && opened.value.secrets), password }
  const digest = await fetchedWith(method, connection, secrets)
  const isSame = values[FETCHED_WITH] === digest
  if (refreshToken !== '' && isSame) return { grant: { kind: 'refresh', refreshToken }, digest }
  const isPassword = method.settings['grant'] === 'password'
  return { grant: isPassword ? { kind: 'password', username, password } : { kind: 'client-credentials' }, digest }
}

/** Whether the provider said no to what it was asked with, so that it will again. */
const isRefusal = ({ code, retryable }: Failure): boolean => code === 'token-refused' && !retryable

/** Keeps what a refusal says about the credential. */
async function noteRefusal(context: VaultContext, access: ConnectionAccess, failure: Failure): Promise<void> {
  if (!isRefusal(failure) || context.database.readOnly) return
  // A client that fetches its tokens may have nothing sealed yet; the refusal needs a record to stand in.
  const credential =
    access.credential ??
    (await keepTokens(context, access.connection, {
      fields: {},
      tokenOrigin: tokenOriginOf(access.method),
      expiresAt: null,
      keepOthers: true,
    }))
  const record = 'ok' in credential ? (credential.ok ? credential.value : null) : credential
  if (!record) return
  const { error, status } = failure.params
  const outcome = error === 'invalid_grant' ? 'invalid-grant' : 'unauthorized'
  await recordCredentialCheck(context.database, record.id, record.revision, {
    at: context.clock(),
    outcome,
    status: typeof status === 'number' ? status : null,
  })
}

/**
 * Refuses to ask another provider with what the one before gave, or a person entered for it: a refresh token or a
 * password goes only to the origin it was sealed for. The method's own secret is held to its origins apart.
 */
function strayFailure({ connection, credential }: ConnectionAccess, { kind }: TokenGrant, url: URL): Failure | null {
  if (kind === 'client-credentials' || credential?.tokenOrigin === url.origin) return null
  return sendFailure('credential-token-origin', { connection: connection.name, origin: url.origin })
}

/** Whether what is stored is what was read: nobody has consented anew, entered something else or deleted it meanwhile. */
async function isAsRead({ database }: VaultContext, { connection, credential }: ConnectionAccess): Promise<boolean> {
  const owner = { kind: 'connection', connection: connection.id } as const
  const [now, stored] = await Promise.all([
    findCredential(database, owner, { kind: 'test-runner' }),
    database.connections.get(connection.id),
  ])
  return stored !== undefined && (credential === null || now?.revision === credential.revision)
}

/** Asks for a token and seals it. */
async function renew(
  context: VaultContext,
  access: ConnectionAccess,
  { grant, digest }: { readonly grant: TokenGrant; readonly digest: string | null },
): Promise<Result<ConnectionAccess, Failure>> {
  const { connection, method } = access
  const party = await oauth2PartyOf(context, method, connection.accessMode)
  if (!party.ok) return party
  const stray = strayFailure(access, grant, party.value.client.tokenUrl)
  if (stray) return err(stray)
  const tokens = await requestTokens(party.value, grant, context.clock)
  if (!tokens.ok) {
    const failure = tokens.error
    const isFetched = credentialSourceOf(method) === 'fetched'
    // A refresh token of a client that can fetch another token is only a shortcut.
    if (grant.kind === 'refresh' && isFetched && failure.params['error'] === 'invalid_grant') {
      const { refreshToken: _, ...values } = access.values
      const again = await renewalOf(context, { ...access, values })
      if (again) return renew(context, { ...access, values }, again)
    }
    if (digest !== null && isRefusal(failure)) context.refused.add(connection.id, digest, failure)
    await noteRefusal(context, access, failure)
    const isOver = grant.kind === 'refresh' && failure.params['error'] === 'invalid_grant'
    return err(isOver ? reconnect(access, party.value.client.tokenUrl.host) : failure)
  }
  const { accessToken, refreshToken, expiresAt } = tokens.value
  const fields = {
    accessToken,
    // A server may keep the refresh token as it is (RFC 6749 section 6), or give another, after which the old one is void.
    ...(refreshToken !== null && { refreshToken }),
    ...(digest !== null && { [FETCHED_WITH]: digest }),
  }
  // What was put there meanwhile is what the person wants: it is used, and what came is dropped.
  if (await isAsRead(context, access)) {
    const tokenOrigin = party.value.client.tokenUrl.origin
    const kept = await keepTokens(context, connection, { fields, tokenOrigin, expiresAt, keepOthers: true })
    if (!kept.ok) return kept
  }
  return accessOf(context, { connection: connection.stableKey })
}

const reconnect = ({ connection }: ConnectionAccess, host: string): Failure =>
  sendFailure('needs-reconnect', { connection: connection.name, host })

/**
 * The access with a token that can be used: renewed before it ends, and when the API has refused it. Of all requests of
 * all tabs one renews, and the others use what it got: a rotated refresh token is good for one use. What still can be used
 * is used when renewing fails. Failures: those of `accessOf` and `requestTokens`, `needs-reconnect` {connection, host}.
 */
export async function freshAccess(
  context: VaultContext,
  known: ConnectionAccess,
  occasion: TokenOccasion = { kind: 'before' },
): Promise<Result<ConnectionAccess, Failure>> {
  if (known.method.type !== 'oauth2') return ok(known)
  const renewal = await renewalOf(context, known)
  if (!renewal || tokenNeed(known, occasion, renewal.digest, context.clock()) === 'none') return ok(known)
  return withTokenLock(context, known.connection.id, async () => {
    // Another request, or another tab, may have renewed it meanwhile.
    const read = await accessOf(context, { connection: known.connection.stableKey })
    return read.ok ? renewLocked(context, read.value, occasion) : read
  })
}

async function renewLocked(
  context: VaultContext,
  access: ConnectionAccess,
  occasion: TokenOccasion,
): Promise<Result<ConnectionAccess, Failure>> {
  const renewal = await renewalOf(context, access)
  if (!renewal) return ok(access)
  const need = tokenNeed(access, occasion, renewal.digest, context.clock())
  if (need === 'none') return ok(access)
  const isRefused = access.credential?.lastCheck?.outcome === 'invalid-grant'
  if (isRefused && renewal.grant.kind === 'refresh') {
    // Asking again would change nothing: only the person can.
    return need === 'renew-soon' ? ok(access) : err(reconnect(access, tokenHost(access)))
  }
  const refused = renewal.digest === null ? null : context.refused.find(access.connection.id, renewal.digest)
  if (refused) return need === 'renew-soon' ? ok(access) : err(refused)
  // A refresh token is good for one use: it is not spent on one that cannot be kept.
  const unsealable = vaultFailure(context)
  if (unsealable) return need === 'renew-soon' ? ok(access) : err(unsealable)
  const renewed = await renew(context, access, renewal)
  if (renewed.ok || need === 'renew-now') return renewed
  // It still works for a while. Read again, because what was learnt stands in the record.
  return accessOf(context, { connection: access.connection.stableKey })
}

function tokenHost({ method }: ConnectionAccess): string {
  const url = method.settings['tokenUrl']
  return typeof url === 'string' && URL.canParse(url) ? new URL(url).host : method.name
}
