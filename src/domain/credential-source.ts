import { askedFields, type AuthSettings } from './auth-type.ts'
import type { AuthField } from './auth-field.ts'
import type { AuthMethod, Connection } from './connection.ts'
import type { CredentialInfo } from './credential.ts'

/**
 * How a connection comes by what it signs with: `none` is needed; `entered` by a person; `consent` given in the provider's
 * window; `device`: consent given elsewhere with a code; `fetched` with what was entered, without asking anybody.
 */
export type CredentialSource = 'none' | 'entered' | 'consent' | 'device' | 'fetched'

/** Where the credentials of a method's connections come from. */
export function credentialSourceOf({ type, settings }: AuthSettings): CredentialSource {
  if (type === 'none') return 'none'
  if (type === 'oauth1') return settings['flow'] === 'three-legged' ? 'consent' : 'entered'
  if (type !== 'oauth2') return 'entered'
  switch (settings['grant']) {
    case 'authorization-code':
      return 'consent'
    case 'device':
      return 'device'
    default:
      return 'fetched'
  }
}

/** The sealed field that holds the token a provider gave; it is never typed. */
export function tokenFieldOf({ type }: Pick<AuthSettings, 'type'>): 'oauthToken' | 'accessToken' {
  return type === 'oauth1' ? 'oauthToken' : 'accessToken'
}

/** Whether somebody has to give consent before there is a token. */
export function needsConsent(method: AuthSettings): boolean {
  const source = credentialSourceOf(method)
  return source === 'consent' || source === 'device'
}

/** What there is of a connection. */
export interface CredentialParts {
  readonly connection: Pick<Connection, 'values' | 'secretsSet'>
  readonly method: Pick<AuthMethod, 'type' | 'settings' | 'secretsSet'>
  readonly credential: Pick<CredentialInfo, 'fields'> | undefined
  /** The auth method's own credential: its client secret. */
  readonly methodCredential: Pick<CredentialInfo, 'fields'> | undefined
}

/** What must be entered and is not: what is required, and what was entered once. A lost secret makes other requests. */
const missingSecrets = (
  asked: readonly AuthField[],
  { secretsSet }: Pick<Connection, 'secretsSet'>,
  sealed: readonly string[] = [],
): readonly AuthField[] =>
  asked.filter(({ key, required }) => (required || secretsSet.includes(key)) && !sealed.includes(key))

/** The own secrets of a method that have to be entered, or entered again. `sealed`: the keys of those there are. */
export function missingMethodSecrets(
  method: Pick<AuthMethod, 'type' | 'settings' | 'secretsSet'>,
  sealed: readonly string[] | undefined,
): readonly AuthField[] {
  return missingSecrets(askedFields(method, 'method-secrets'), method, sealed)
}

/** What a connection still needs before it can sign: the keys of fields, and `consent`. Empty: nothing. */
export function missingCredentials({
  connection,
  method,
  credential,
  methodCredential,
}: CredentialParts): readonly string[] {
  const values = askedFields(method, 'values').filter(({ key, required }) => required && !connection.values[key])
  const fields = [
    ...missingMethodSecrets(method, methodCredential?.fields),
    ...values,
    ...missingSecrets(askedFields(method, 'secrets'), connection, credential?.fields),
  ].map(({ key }) => key)
  const lacksConsent = needsConsent(method) && !credential?.fields.includes(tokenFieldOf(method))
  return lacksConsent ? [...fields, 'consent'] : fields
}
