import { askedFields } from './auth-type.ts'
import type { AuthMethod, Connection } from './connection.ts'
import type { CredentialInfo } from './credential.ts'
import { credentialSourceOf, missingCredentials, needsConsent } from './credential-source.ts'
import { tokenOriginOf } from './method-origins.ts'

/**
 * Whether a connection can sign with what is sealed for it: `incomplete`, something has to be entered, or consent given for
 * the first time; `reconnect`, given again; `unsealed`, nothing sealed is used, and nobody has to do anything about it.
 */
export type CredentialReadiness = 'ready' | 'unsealed' | 'incomplete' | 'reconnect'

/** What there is of a connection. */
export interface StoredCredentials {
  readonly connection: Connection
  readonly method: AuthMethod
  readonly credential: CredentialInfo | undefined
  /** The auth method's own credential: its client secret. */
  readonly methodCredential: CredentialInfo | undefined
}

/** Whether what is sealed may be sent to where the connection sends now. */
function isBound({ baseUrl }: Connection, { origins }: CredentialInfo): boolean {
  return !URL.canParse(baseUrl) || origins.includes(new URL(baseUrl).origin)
}

/** Whether the auth method would ask for tokens at another place than what is sealed is for. */
function asksElsewhere(method: AuthMethod, { fields, tokenOrigin }: CredentialInfo): boolean {
  const isAskedWith = fields.includes(needsConsent(method) ? 'refreshToken' : 'password')
  return method.type === 'oauth2' && isAskedWith && tokenOrigin !== tokenOriginOf(method)
}

/**
 * Whether a connection can sign, by what is stored alone: the one rule for its status and for the problems of steps that
 * use it. That something expires by itself is not in it.
 */
export function credentialReadiness(stored: StoredCredentials): CredentialReadiness {
  const { connection, method, credential } = stored
  if (missingCredentials(stored).length > 0) return 'incomplete'
  // A secret that is not required may be missing, and with it the credential.
  if (!credential) return 'unsealed'
  if (!isBound(connection, credential)) {
    // A token that was fetched for the old address is fetched anew for this one: nobody has entered anything.
    const isFetched = credentialSourceOf(method) === 'fetched' && askedFields(method, 'secrets').length === 0
    return isFetched ? 'unsealed' : 'incomplete'
  }
  if (asksElsewhere(method, credential)) return needsConsent(method) ? 'reconnect' : 'incomplete'
  return credential.lastCheck?.outcome === 'invalid-grant' ? 'reconnect' : 'ready'
}
