import { err, ok, problem, type Problem, type Result } from '#base'
import type { KeyRing } from './key-ring.ts'
import { openManifest, sealManifest, type Revisions, type StoredManifest } from './manifest.ts'
import type { SealKey } from './seal.ts'
import type { VaultCommit, VaultPorts } from './vault-ports.ts'

const TRIES = 8

/** A change of the revisions, what is written with it, and what whoever asked for it is given. */
export interface LedgerChange<T> {
  readonly revisions: Revisions
  readonly write: Pick<VaultCommit, 'put' | 'remove'>
  readonly value: T
}

/** The manifest of revisions, read and written under the vault's key. */
export interface Ledger {
  /** The revisions that count now; `undefined` without a sound manifest. */
  readonly revisions: (key: SealKey) => Promise<Revisions | undefined>
  /**
   * Applies a change and commits it with its manifest; tries again when another tab was faster. Problems: those of the
   * change, `vault-locked`, `vault-damaged`, `vault-busy`.
   */
  readonly commit: <T>(
    change: (key: SealKey, revisions: Revisions) => Promise<Result<LedgerChange<T>, Problem>>,
  ) => Promise<Result<T, Problem>>
}

export function createLedger(ring: KeyRing, records: VaultPorts['records']): Ledger {
  let known: { readonly key: SealKey; readonly stored: StoredManifest; readonly revisions: Revisions } | undefined
  ring.watch(({ access }) => {
    if (access !== 'unlocked') known = undefined
  })

  async function read(key: SealKey): Promise<{ revisions: Revisions | undefined; counter: number }> {
    const stored = await records.manifest()
    if (!stored) return { revisions: undefined, counter: 0 }
    const isKnown = known?.stored.iv === stored.iv && known.stored.ciphertext === stored.ciphertext
    if (known?.key === key && isKnown && known.stored.counter === stored.counter) {
      return { revisions: known.revisions, counter: stored.counter }
    }
    const revisions = await openManifest(key, stored)
    known = revisions && ring.holds(key) ? { key, stored, revisions } : undefined
    return { revisions, counter: stored.counter }
  }

  return {
    revisions: async (key) => (await read(key)).revisions,
    commit: async (change) => {
      for (let round = 0; round < TRIES; round += 1) {
        const key = await ring.key()
        if (!key.ok) return key
        const present = await read(key.value)
        // Without a sound manifest nothing vouches for the other records: they stay refused until they are entered again.
        const changed = await change(key.value, present.revisions ?? {})
        if (!changed.ok) return changed
        const { revisions, write, value } = changed.value
        const { vault } = key.value
        const manifest = await sealManifest(key.value, revisions, present.counter + 1)
        if (await records.commit({ vault, expected: present.counter, manifest, ...write })) return ok(value)
      }
      return err(problem('vault-busy'))
    },
  }
}
