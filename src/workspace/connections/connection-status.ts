import {
  credentialReadiness,
  credentialSourceOf,
  methodCredentials,
  testCredentials,
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
  const readiness = credentialReadiness({ connection, method, credential, methodCredential })
  if (readiness === 'incomplete') return { kind: 'not-configured' }
  if (readiness === 'reconnect') return { kind: 'needs-reconnect' }
  if (readiness === 'unsealed' || !credential) return { kind: 'untested' }
  const { expiresAt, lastCheck } = credential
  const ends = isRenewed(method, credential) ? null : expiresAt
  if (ends !== null && ends <= now) return { kind: 'expired' }
  if (lastCheck && lastCheck.outcome !== 'ok' && lastCheck.outcome !== 'invalid-grant') {
    return { kind: 'failing', why: lastCheck.outcome, status: lastCheck.status }
  }
  if (ends !== null && expiringFrom(credential, ends) <= now) return { kind: 'expiring' }
  return { kind: lastCheck ? 'ok' : 'untested' }
}
