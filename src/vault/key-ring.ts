import { err, ok, problem, type Problem, type Result } from '#base'
import { createKeyHolder, type KeyHolder } from './key-holder.ts'
import { calibrateIterations, checkPassphrase, unwrapByPassphrase, wrapByPassphrase } from './passphrase-wrap.ts'
import type { RawVaultKey, SealKey } from './seal.ts'
import { createVaultKey, sealKeyOf, unwrapForDevice, wrapForDevice, type StoredVaultKey } from './vault-key.ts'
import type { VaultPorts } from './vault-ports.ts'

/** Locks and unlocks the vault key, and changes what wraps it. */
export interface KeyRing extends Pick<KeyHolder, 'state' | 'watch' | 'refresh'> {
  /** The id of the vault that is stored; empty when its record is damaged. */
  readonly vault: () => string
  /** The key of the vault that is stored now. Problems: `vault-locked`, `vault-damaged`. */
  readonly key: () => Promise<Result<SealKey, Problem>>
  /** Whether a key is still the one that may be used. */
  readonly holds: (key: SealKey) => boolean
  /** Problems: `wrong-passphrase`, `kdf-parameters` {iterations}, `vault-damaged`. */
  readonly unlock: (passphrase: string) => Promise<Result<void, Problem>>
  /** Forgets the key. Under a device key it does nothing: whoever could unlock it could use it. */
  readonly lock: () => Promise<void>
  /**
   * Wraps the same vault key by a passphrase and drops the device key. `present` is the passphrase there is, null when
   * there is none. Problems: those of `unlock`, `passphrase-too-short` {limit}, `vault-busy`.
   */
  readonly setPassphrase: (next: string, present: string | null) => Promise<Result<void, Problem>>
  /** Back to a device key. Problems: those of `unlock`, `vault-busy`. */
  readonly removePassphrase: (present: string) => Promise<Result<void, Problem>>
  /** A new vault under a device key; everything sealed is deleted. */
  readonly reset: () => Promise<void>
}

const damaged = () => err(problem('vault-damaged'))

/** The bytes of a stored vault key; whoever asks overwrites them. */
async function unwrap(stored: StoredVaultKey, passphrase: string | null): Promise<Result<RawVaultKey, Problem>> {
  if ('passphrase' in stored) return unwrapByPassphrase(stored.vault, stored.passphrase, passphrase ?? '')
  const raw = await unwrapForDevice(stored)
  return raw ? ok(raw) : damaged()
}

/** Opens the key ring: unlocked under a device key, locked under a passphrase. */
export async function createKeyRing(ports: VaultPorts): Promise<KeyRing> {
  const { keyStore, clock, stopwatch } = ports
  const holder = createKeyHolder(ports)
  const { state, watch, refresh, settle, forget } = holder

  const rewrap = async (
    present: string | null,
    wrap: (stored: StoredVaultKey, raw: RawVaultKey) => Promise<StoredVaultKey>,
  ): Promise<Result<void, Problem>> => {
    const stored = await holder.load()
    if (stored === 'damaged') return damaged()
    const raw = await unwrap(stored, present)
    if (!raw.ok) return raw
    const next = await wrap(stored, raw.value)
    const key = await sealKeyOf(stored.vault, raw.value)
    if (!(await keyStore.replace(next, stored))) return err(problem('vault-busy'))
    settle(next, key)
    return ok(undefined)
  }

  await refresh()
  return {
    vault: () => {
      const seen = holder.seen()
      return seen === 'damaged' ? '' : seen.vault
    },
    state,
    watch,
    refresh,
    key: async () => {
      if (ports.isIdle?.()) forget()
      await refresh()
      const held = holder.held()
      if (held) return ok(held)
      return err(problem(holder.seen() === 'damaged' ? 'vault-damaged' : 'vault-locked'))
    },
    holds: (key) => holder.held() === key,
    unlock: async (passphrase) => {
      const stored = await holder.load()
      if (stored === 'damaged') return damaged()
      const raw = await unwrap(stored, passphrase)
      if (!raw.ok) return raw
      settle(stored, await sealKeyOf(stored.vault, raw.value))
      return ok(undefined)
    },
    lock: async () => {
      forget()
      // Another tab may have set the passphrase a moment ago.
      await refresh()
      forget()
    },
    setPassphrase: async (next, present) => {
      const checked = checkPassphrase(next)
      if (!checked.ok) return checked
      const iterations = await calibrateIterations(stopwatch)
      return rewrap(present, async ({ vault, createdAt }, raw) => ({
        vault,
        passphrase: await wrapByPassphrase(vault, raw, next, iterations),
        createdAt,
      }))
    },
    removePassphrase: (present) => rewrap(present, ({ vault, createdAt }, raw) => wrapForDevice(vault, raw, createdAt)),
    reset: async () => {
      const next = await createVaultKey(clock())
      await keyStore.reset(next)
      const raw = await unwrapForDevice(next)
      settle(next, raw && (await sealKeyOf(next.vault, raw)))
    },
  }
}
