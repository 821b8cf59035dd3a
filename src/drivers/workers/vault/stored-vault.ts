import {
  addVaultKey,
  commitCredential,
  findCredential,
  readManifest,
  readVaultKey,
  replaceVaultKey,
  resetVault,
  type Database,
} from '#storage'
import type { VaultPorts } from '#vault'

/** Where a vault keeps its key and what it seals: in this database. */
export const storedVault = (database: Database): Pick<VaultPorts, 'keyStore' | 'records'> => ({
  keyStore: {
    load: () => readVaultKey(database),
    add: (key) => addVaultKey(database, key),
    replace: (key, instead) => replaceVaultKey(database, key, instead),
    reset: (key) => resetVault(database, key),
  },
  records: {
    find: (owner, purpose) => findCredential(database, owner, purpose),
    manifest: () => readManifest(database),
    commit: (commit) => commitCredential(database, commit),
  },
})
