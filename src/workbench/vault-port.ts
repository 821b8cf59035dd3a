import type { Problem, Result } from '#base'

/** How the vault stands in this tab. */
export interface VaultStatus {
  /** What its key is wrapped by. */
  readonly protection: 'device' | 'passphrase'
  /** `damaged`: its key cannot be read, and only a reset helps. `unavailable`: it could not be started. */
  readonly access: 'unlocked' | 'locked' | 'damaged' | 'unavailable'
  /** After how many idle minutes it locks; null: never. */
  readonly idleMinutes: number | null
}

/** The lock of the vault. Every answer may also be the problem `vault-unavailable`. */
export interface VaultPort {
  /** Calls back with how it stands, now and after every change, also by another tab. */
  readonly watch: (onStatus: (status: VaultStatus) => void) => () => void
  /** Unlocks it in this tab. Problems: `wrong-passphrase`, `kdf-parameters`, `vault-damaged`. */
  readonly unlock: (passphrase: string) => Promise<Result<void, Problem>>
  /** Locks it in every tab. */
  readonly lock: () => Promise<void>
  /**
   * `present` is the passphrase there is, null when there is none. Problems: those of `unlock`, `passphrase-too-short`
   * {limit}, `vault-busy`.
   */
  readonly setPassphrase: (next: string, present: string | null) => Promise<Result<void, Problem>>
  /** Back to the device's key. */
  readonly removePassphrase: (present: string) => Promise<Result<void, Problem>>
  /** Deletes every credential and begins a new vault. */
  readonly reset: () => Promise<Result<void, Problem>>
  readonly setIdleMinutes: (minutes: number | null) => Promise<Result<void, Problem>>
}
