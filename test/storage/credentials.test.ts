import 'fake-indexeddb/auto'
import { createId } from '#base'
import type { ConnectionId } from '#domain'
import { commitCredential, readManifest, readVaultKey, replaceVaultKey, type Database } from '#storage'
import { createVault, type CredentialDraft, type VaultPorts } from '#vault'
import { describe, expect, it } from 'vitest'
import { storedVault } from '../../src/drivers/workers/vault/stored-vault.ts'
import { freshDatabase } from './sample.ts'

/** Deriving a key takes its time by intent, and more of it on a busy machine. */
const DERIVING = { timeout: 30_000 }
const PASSPHRASE = 'correct horse battery'

/** The vault's ports on a database, as its worker has them; its passphrases take the fewest iterations there may be. */
function portsOn(database: Database): VaultPorts {
  let time = 0
  return {
    ...storedVault(database),
    clock: () => 1000,
    stopwatch: () => (time += 60_000),
  }
}

const draft: CredentialDraft = {
  owner: { kind: 'connection', connection: createId('conn') as ConnectionId },
  purpose: { kind: 'test-runner' },
  origins: ['https://api.example.com'],
  fields: { apiKey: 'canary-4711-secret' },
}

async function vaultWithRecord() {
  const database = await freshDatabase()
  const vault = await createVault(portsOn(database))
  const saved = await vault.save(draft)
  if (!saved.ok) throw new Error('not saved')
  return { database, vault, record: saved.value }
}

const isSecret = { value: { apiKey: 'canary-4711-secret' } }

describe('the row of the vault key', DERIVING, () => {
  it('X10 as it was stored before there were passphrases still opens', async () => {
    const { database, record } = await vaultWithRecord()
    const row = await database.vault.get('vault')
    expect(Object.keys(row ?? {}).toSorted()).toEqual(['createdAt', 'deviceKey', 'id', 'vault', 'wrapped'])
    expect(await (await createVault(portsOn(database))).open(record)).toMatchObject(isSecret)
  })

  it('X10 holds no device key once a passphrase is set, and one again when it is removed', async () => {
    const { database, vault, record } = await vaultWithRecord()
    await vault.setPassphrase(PASSPHRASE, null)
    const rows = await database.vault.toArray()
    expect(rows.map((row) => Object.keys(row)).flat()).not.toContain('deviceKey')
    expect(rows.some((row) => Object.values(row).some((value) => value instanceof CryptoKey))).toBe(false)
    const reopened = await createVault(portsOn(database))
    expect(await reopened.open(record)).toMatchObject({ error: { code: 'vault-locked' } })
    await reopened.unlock(PASSPHRASE)
    expect(await reopened.open(record)).toMatchObject(isSecret)
    await reopened.removePassphrase(PASSPHRASE)
    expect(await (await createVault(portsOn(database))).open(record)).toMatchObject(isSecret)
  })

  it('X10 that is no key, or both kinds at once, is damaged and is not written over', async () => {
    const { database, vault } = await vaultWithRecord()
    const device = await database.vault.get('vault')
    await vault.setPassphrase(PASSPHRASE, null)
    const sound = await database.vault.get('vault')
    const rows = [{ id: 'vault' }, { ...device, ...sound }, { ...sound, passphrase: null }]
    for (const row of rows) {
      await database.vault.put(row as never)
      expect(await readVaultKey(database)).toBe('damaged')
      expect((await createVault(portsOn(database))).state().access).toBe('damaged')
      expect(await database.vault.get('vault')).toEqual(row)
    }
  })

  it('X10 is replaced only by who saw what is stored now', async () => {
    const { database, vault } = await vaultWithRecord()
    const before = await readVaultKey(database)
    await vault.setPassphrase(PASSPHRASE, null)
    const after = await readVaultKey(database)
    if (!before || before === 'damaged' || !after || after === 'damaged') throw new Error('no key')
    expect(await replaceVaultKey(database, before, before)).toBe(false)
    expect(await readVaultKey(database)).toEqual(after)
  })
})

describe('a reset', DERIVING, () => {
  it('X10 deletes every credential with the manifest, and refuses what is sealed for the vault before', async () => {
    const { database, vault, record } = await vaultWithRecord()
    const manifest = await readManifest(database)
    const { id } = vault
    await vault.reset()
    expect(await database.credentials.count()).toBe(0)
    expect(await readManifest(database)).toBeUndefined()
    expect(await commitCredential(database, { vault: id, expected: 0, manifest: manifest!, put: record })).toBe(false)
    expect(await database.credentials.count()).toBe(0)
  })
})
