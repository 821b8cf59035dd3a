import type { Credential, CredentialOwner, CredentialPurpose } from '#domain'
import type { StoredManifest, StoredVaultKey, VaultPorts } from '#vault'

/** Ports that keep everything in this object, where a test can tamper with it. */
export function memoryPorts() {
  const state: {
    key: StoredVaultKey | 'damaged' | undefined
    manifest: StoredManifest | undefined
    credentials: Map<string, Credential>
  } = { key: undefined, manifest: undefined, credentials: new Map() }
  let time = 0
  const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)
  const find = (owner: CredentialOwner, purpose: CredentialPurpose) =>
    [...state.credentials.values()].find((record) => same(record.owner, owner) && same(record.purpose, purpose))
  const ports: VaultPorts = {
    keyStore: {
      load: async () => state.key,
      add: async (key) => (state.key ??= key),
      replace: async (key, instead) => {
        if (!same(state.key, instead)) return false
        state.key = key
        return true
      },
      reset: async (key) => {
        state.key = key
        state.manifest = undefined
        state.credentials.clear()
      },
    },
    records: {
      find: async (owner, purpose) => find(owner, purpose),
      manifest: async () => state.manifest,
      commit: async ({ vault, expected, manifest, put, remove }) => {
        if (typeof state.key === 'object' && state.key.vault !== vault) return false
        if ((state.manifest?.counter ?? 0) !== expected) return false
        state.manifest = manifest
        if (put) state.credentials.set(put.id, put)
        if (remove !== undefined) state.credentials.delete(remove)
        return true
      },
    },
    clock: () => 1000,
    // A slow machine: a passphrase takes the fewest iterations there may be, so that tests need not wait.
    stopwatch: () => (time += 60_000),
  }
  return { state, ports }
}
