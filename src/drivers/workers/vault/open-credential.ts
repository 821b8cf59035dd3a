import type { Problem, Result } from '#base'
import type { Credential, CredentialOwner, CredentialPurpose } from '#domain'
import { findCredential } from '#storage'
import type { Secrets } from '#vault'
import type { VaultContext } from './vault-context.ts'

/** A credential and what is in it. */
export interface OpenedCredential {
  readonly credential: Credential
  /** Problems of `vault.open`. */
  readonly opened: Result<Secrets, Problem>
}

/**
 * Finds a credential and opens it; null: there is none. One that is saved anew between the two is found again: what was
 * found first would look like a record that somebody put back.
 */
export async function openCredential(
  { database, vault }: Pick<VaultContext, 'database' | 'vault'>,
  owner: CredentialOwner,
  purpose: CredentialPurpose,
): Promise<OpenedCredential | null> {
  const find = async () => (await findCredential(database, owner, purpose)) ?? null
  let credential = await find()
  while (credential) {
    const opened = await vault.open(credential)
    if (opened.ok || opened.error.code !== 'credential-damaged') return { credential, opened }
    const now = await find()
    if (now?.revision === credential.revision) return { credential, opened }
    credential = now
  }
  return null
}
