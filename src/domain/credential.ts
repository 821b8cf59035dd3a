import * as z from 'zod'
import { CredentialCheck, CredentialPurpose } from './connection.ts'
import { AuthMethodId, ConnectionId, CredentialId } from './ids.ts'

/** A sealed payload: AES-256-GCM, key by HKDF from the vault key and `salt`; bytes in base64url. */
export const SealedPayload = z.strictObject({
  version: z.literal(1),
  vault: z.string(),
  salt: z.string(),
  iv: z.string(),
  ciphertext: z.string(),
})
export type SealedPayload = z.infer<typeof SealedPayload>

export const CredentialOwner = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('connection'), connection: ConnectionId }),
  z.strictObject({ kind: z.literal('auth-method'), authMethod: AuthMethodId }),
])
export type CredentialOwner = z.infer<typeof CredentialOwner>

/**
 * The only record with secrets, and those sealed. Everything beside `sealed` may be shown.
 * `fields` says which secret fields are set, so that a form can show "set" without opening anything.
 */
export const Credential = z.strictObject({
  id: CredentialId,
  owner: CredentialOwner,
  purpose: CredentialPurpose,
  sealed: SealedPayload,
  /** Scheme, host and port the secrets may be sent to; sealed in as additional data. */
  origins: z.array(z.string()).min(1),
  /**
   * Where tokens are asked for with what is sealed: a refresh token, a password. Sealed in like `origins`, so that an auth
   * method with another token URL cannot have them sent there. Null: nowhere.
   */
  tokenOrigin: z.string().nullable(),
  /** Counts up with every change; sealed in, so that an old record put back is noticed. */
  revision: z.number().int().positive(),
  fields: z.array(z.string()),
  expiresAt: z.number().nullable(),
  lastCheck: CredentialCheck.nullable(),
  updatedAt: z.number(),
})
export type Credential = z.infer<typeof Credential>

/** Where what is sealed may be sent. */
export type CredentialBounds = Pick<Credential, 'origins' | 'tokenOrigin'>

/** A credential as the page sees it: without the sealed bytes. */
export type CredentialInfo = Omit<Credential, 'sealed'>
