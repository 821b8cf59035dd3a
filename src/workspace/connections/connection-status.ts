import {
  askedFields,
  credentialSourceOf,
  methodCredentials,
  missingCredentials,
  needsConsent,
  testCredentials,
  tokenOriginOf,
  type AuthMethod,
  type Connection,
  type CredentialCheck,
  type CredentialInfo,
  type Workspace,
} from '#domain'

/**
 * How a connection stands with its test credentials. `failing` says what the last request met; `missing` is a connection
 * a document names and the workspace does not have.
 */
export type ConnectionStatus =
  | {
      readonly kind: 'failing'
      readonly why: Exclude<CredentialCheck['outcome'], 'ok' | 'invalid-grant'>
      readonly status: number | null
    }
  | {
      readonly kind:
        | 'not-configured'
        | 'untested'
        | 'ok'
        | 'expiring'
        | 'expired'
        | 'needs-reconnect'
        | 'missing'
        | 'inactive'
        | 'bypassed'
    }

/** A credential is called expiring in its last three days, in milliseconds, or the last tenth of a shorter life. */
const EXPIRING_WITHIN = 3 * 24 * 60 * 60 * 1000

/** From when on a credential is called expiring: a token that lives an hour is not, as soon as it is there. */
function expiringFrom({ updatedAt }: CredentialInfo, expiresAt: number): number {
  return expiresAt - Math.min(EXPIRING_WITHIN, Math.max(0, expiresAt - updatedAt) / 10)
}

/** What can be had again without asking anybody does not end for the person. */
const isRenewed = (method: AuthMethod, { fields }: CredentialInfo): boolean =>
  fields.includes('refreshToken') || credentialSourceOf(method) === 'fetched'

/** When the status of a connection changes next by time alone, in milliseconds since the epoch; null: not by time. */
export function statusChangesAt(connection: Connection, workspace: Workspace, now: number): number | null {
  const method = workspace.authMethods[connection.authMethod]
  const credential = testCredentials(workspace).get(connection.id)
  if (!method || !credential || credential.expiresAt === null || isRenewed(method, credential)) return null
  const { expiresAt } = credential
  return [expiringFrom(credential, expiresAt), expiresAt].find((moment) => moment > now) ?? null
}

/** Whether what is sealed may be sent to where the connection sends now. */
function isBound({ baseUrl }: Connection, origins: readonly string[]): boolean {
  return !URL.canParse(baseUrl) || origins.includes(new URL(baseUrl).origin)
}

/** Whether the auth method would ask for tokens at another place than what is sealed is for. */
function asksElsewhere(method: AuthMethod, { fields, tokenOrigin }: CredentialInfo): boolean {
  const isAskedWith = fields.includes(needsConsent(method) ? 'refreshToken' : 'password')
  return method.type === 'oauth2' && isAskedWith && tokenOrigin !== tokenOriginOf(method)
}

/** The status of a connection at a time, in milliseconds since the epoch. Derived, never stored. */
export function connectionStatus(
  connection: Connection | undefined,
  workspace: Workspace,
  now: number,
): ConnectionStatus {
  const method = connection && workspace.authMethods[connection.authMethod]
  if (!connection) return { kind: 'missing' }
  if (!method) return { kind: 'not-configured' }
  if (credentialSourceOf(method) === 'none') return { kind: 'bypassed' }
  const credential = testCredentials(workspace).get(connection.id)
  const methodCredential = methodCredentials(workspace).get(method.id)
  const missing = missingCredentials({ connection, method, credential, methodCredential })
  if (missing.length > 0) return { kind: 'not-configured' }
  // A secret that is not required may be missing, and with it the credential.
  if (!credential) return { kind: 'untested' }
  if (!isBound(connection, credential.origins)) {
    // A token that was fetched for the old address is fetched anew for this one: nobody has entered anything.
    const isFetched = credentialSourceOf(method) === 'fetched' && askedFields(method, 'secrets').length === 0
    return { kind: isFetched ? 'untested' : 'not-configured' }
  }
  if (asksElsewhere(method, credential)) return { kind: needsConsent(method) ? 'needs-reconnect' : 'not-configured' }
  const { expiresAt, lastCheck } = credential
  if (lastCheck?.outcome === 'invalid-grant') return { kind: 'needs-reconnect' }
  const ends = isRenewed(method, credential) ? null : expiresAt
  if (ends !== null && ends <= now) return { kind: 'expired' }
  if (lastCheck && lastCheck.outcome !== 'ok') {
    return { kind: 'failing', why: lastCheck.outcome, status: lastCheck.status }
  }
  if (ends !== null && expiringFrom(credential, ends) <= now) return { kind: 'expiring' }
  return { kind: lastCheck ? 'ok' : 'untested' }
}
