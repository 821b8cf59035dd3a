import type { SealKey } from './seal.ts'
import { createVaultKey, sealKeyOf, unwrapForDevice, type DeviceVaultKey, type StoredVaultKey } from './vault-key.ts'
import type { VaultPorts } from './vault-ports.ts'

/** What wraps the vault key, and whether it is at hand. `damaged`: only a reset helps. */
export interface VaultState {
  readonly protection: 'device' | 'passphrase'
  readonly access: 'unlocked' | 'locked' | 'damaged'
}

/** What is stored as it was last seen; `damaged` when it cannot be used and must not be replaced by itself. */
export type SeenKey = StoredVaultKey | 'damaged'

/** Holds the vault key while it may be used, and follows what is stored. */
export interface KeyHolder {
  readonly seen: () => SeenKey
  readonly held: () => SealKey | undefined
  readonly state: () => VaultState
  /** Calls back after every change of the state. */
  readonly watch: (onState: (state: VaultState) => void) => () => void
  /** What is stored now; a vault is made when there is none. */
  readonly load: () => Promise<SeenKey>
  /** Takes over what is stored now, as another tab may have changed it. */
  readonly refresh: () => Promise<void>
  readonly settle: (seen: SeenKey, held: SealKey | undefined) => void
  /** Drops the key. Under a device key it stays: whoever could unlock it could use it. */
  readonly forget: () => void
}

const isDevice = (seen: SeenKey): seen is DeviceVaultKey => seen !== 'damaged' && 'deviceKey' in seen

/** What a damaged record was cannot be told: the stricter one is assumed, and only the person may replace it. */
function stateOf(seen: SeenKey, held: SealKey | undefined): VaultState {
  if (seen === 'damaged') return { protection: 'passphrase', access: 'damaged' }
  return { protection: isDevice(seen) ? 'device' : 'passphrase', access: held ? 'unlocked' : 'locked' }
}

/** What is stored, or a new vault. A key that is gone while there is something sealed is not made anew. */
async function load({ keyStore, records, clock }: VaultPorts): Promise<SeenKey> {
  const found = await keyStore.load()
  if (found !== undefined) return found
  if (await records.manifest()) return 'damaged'
  return keyStore.add(await createVaultKey(clock()))
}

/** The key under a device key; one that was changed can never be opened again, so a new vault takes its place. */
async function openDevice(ports: VaultPorts, stored: DeviceVaultKey): Promise<[SeenKey, SealKey | undefined]> {
  const raw = await unwrapForDevice(stored)
  if (raw) return [stored, await sealKeyOf(stored.vault, raw)]
  await ports.keyStore.replace(await createVaultKey(ports.clock()), stored)
  // Another tab may have been faster; what is stored now counts.
  const next = await load(ports)
  const fresh = isDevice(next) ? await unwrapForDevice(next) : undefined
  return [next, fresh && isDevice(next) ? await sealKeyOf(next.vault, fresh) : undefined]
}

export function createKeyHolder(ports: VaultPorts): KeyHolder {
  const watchers = new Set<(state: VaultState) => void>()
  let seen: SeenKey = 'damaged'
  let held: SealKey | undefined
  let told: VaultState | undefined
  /** Counts what was settled, so that what was read before it does not undo it. */
  let generation = 0

  const settle = (nextSeen: SeenKey, nextHeld: SealKey | undefined) => {
    generation += 1
    seen = nextSeen
    held = nextHeld
    const now = stateOf(seen, held)
    if (told?.access === now.access && told.protection === now.protection) return
    told = now
    for (const watcher of watchers) watcher(now)
  }

  return {
    seen: () => seen,
    held: () => held,
    state: () => stateOf(seen, held),
    watch: (onState) => {
      watchers.add(onState)
      return () => watchers.delete(onState)
    },
    load: () => load(ports),
    refresh: async () => {
      const before = generation
      const found = await load(ports)
      if (before !== generation) return
      if (found === 'damaged') return settle(found, undefined)
      if (held?.vault === found.vault) return settle(found, held)
      // Another vault: after a reset in another tab the old key opens nothing.
      if (!isDevice(found)) return settle(found, undefined)
      const opened = await openDevice(ports, found)
      if (before === generation) settle(...opened)
    },
    settle,
    forget: () => {
      if (!isDevice(seen)) settle(seen, undefined)
    },
  }
}
