import type { Credential, CredentialId, CredentialOwner, CredentialPurpose } from '#domain'
import type { StoredManifest } from './manifest.ts'
import type { StoredVaultKey } from './vault-key.ts'

/** A change of credentials with the manifest that lists it; written together or not at all. */
export interface VaultCommit {
  /** The vault it is sealed for; after a reset it is no longer the one that is stored. */
  readonly vault: string
  /** The counter of the manifest the new one is made from; 0 for none. */
  readonly expected: number
  readonly manifest: StoredManifest
  readonly put?: Credential
  readonly remove?: CredentialId
}

/** Where the wrapped vault key is kept. */
export interface VaultKeyStore {
  /** `damaged`: something is stored that is no wrapped key. */
  readonly load: () => Promise<StoredVaultKey | 'damaged' | undefined>
  /** Stores the key unless something is stored already; gives what counts. */
  readonly add: (key: StoredVaultKey) => Promise<StoredVaultKey | 'damaged'>
  /** Stores the key in the place of exactly this one. `false`: that is no longer what is stored, nothing was written. */
  readonly replace: (key: StoredVaultKey, instead: StoredVaultKey) => Promise<boolean>
  /** Stores the key in the place of whatever is there, and deletes manifest and credentials with it. */
  readonly reset: (key: StoredVaultKey) => Promise<void>
}

/** Where the vault keeps what it seals, and what it knows of time. */
export interface VaultPorts {
  readonly keyStore: VaultKeyStore
  readonly records: {
    readonly find: (owner: CredentialOwner, purpose: CredentialPurpose) => Promise<Credential | undefined>
    readonly manifest: () => Promise<StoredManifest | undefined>
    /** `false`: another writer was faster or the vault was reset, nothing was written. */
    readonly commit: (commit: VaultCommit) => Promise<boolean>
  }
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** Whether nobody has done anything for too long: asked before the key is used, since timers stop in a machine's sleep. */
  readonly isIdle?: () => boolean
  /** Milliseconds since any moment, to measure how long a derivation takes here. */
  readonly stopwatch: () => number
}
