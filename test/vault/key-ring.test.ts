import { createId } from '#base'
import type { ConnectionId } from '#domain'
import { createVault, type CredentialDraft, type DeviceVaultKey } from '#vault'
import { describe, expect, it } from 'vitest'
import { memoryPorts } from './memory-ports.ts'

/** Deriving a key takes its time by intent, and more of it on a busy machine. */
const DERIVING = { timeout: 30_000 }
const PASSPHRASE = 'correct horse battery'
const NEXT = 'battery staple horse'

const draft = (parts: Partial<CredentialDraft> = {}): CredentialDraft => ({
  owner: { kind: 'connection', connection: createId('conn') as ConnectionId },
  purpose: { kind: 'test-runner' },
  origins: ['https://api.example.com'],
  fields: { apiKey: 'canary-4711-secret' },
  ...parts,
})

/** A vault with one credential; `isIdle` is what its clock says. */
async function vaultWithRecord() {
  const { state, ports } = memoryPorts()
  const idle = { isOver: false }
  const vault = await createVault({ ...ports, isIdle: () => idle.isOver })
  const one = draft()
  const saved = await vault.save(one)
  if (!saved.ok) throw new Error('not saved')
  return { vault, state, ports, one, record: saved.value, idle }
}

const locked = { ok: false, error: { code: 'vault-locked', params: {} } }
const isSecret = { ok: true, value: { apiKey: 'canary-4711-secret' } }

describe('a vault with a passphrase', DERIVING, () => {
  it('X10 keeps no device key, stays open here, and is locked wherever it is opened next', async () => {
    const { vault, state, ports, record } = await vaultWithRecord()
    expect(vault.state()).toEqual({ protection: 'device', access: 'unlocked' })
    expect(await vault.setPassphrase(PASSPHRASE, null)).toMatchObject({ ok: true })
    expect(Object.keys(state.key as object)).toEqual(['vault', 'passphrase', 'createdAt'])
    expect(JSON.stringify(state.key)).not.toContain(PASSPHRASE)
    expect(await vault.open(record)).toMatchObject(isSecret)
    const reopened = await createVault(ports)
    expect(reopened.state()).toEqual({ protection: 'passphrase', access: 'locked' })
    expect(reopened.id).toBe(vault.id)
    expect(await reopened.open(record)).toMatchObject(locked)
    expect(await reopened.unlock('wrong passphrase')).toMatchObject({ error: { code: 'wrong-passphrase', params: {} } })
    expect(await reopened.unlock(PASSPHRASE)).toMatchObject({ ok: true })
    expect(await reopened.open(record)).toMatchObject(isSecret)
  })

  it('X10 opens nothing after it was locked, and says every change of its state once', async () => {
    const { vault, record } = await vaultWithRecord()
    const told: string[] = []
    vault.watch(({ protection, access }) => told.push(`${protection} ${access}`))
    await vault.lock()
    expect(await vault.open(record)).toMatchObject(isSecret)
    await vault.setPassphrase(PASSPHRASE, null)
    await vault.lock()
    await vault.lock()
    expect(await vault.open(record)).toMatchObject(locked)
    expect(await vault.remove(record.id)).toMatchObject(locked)
    await vault.unlock(PASSPHRASE)
    expect(told).toEqual(['passphrase unlocked', 'passphrase locked', 'passphrase unlocked'])
  })

  it('X10 gives nothing out that was being opened when it was locked', async () => {
    const { vault, record } = await vaultWithRecord()
    await vault.setPassphrase(PASSPHRASE, null)
    const opening = vault.open(record)
    void vault.lock()
    expect(await opening).toMatchObject(locked)
  })

  it('X10 refuses a save while it is locked, and keeps the fields that were to be kept', async () => {
    const { vault, state, one, record } = await vaultWithRecord()
    await vault.setPassphrase(PASSPHRASE, null)
    await vault.lock()
    const renewal = draft({ owner: one.owner, fields: { token: 'renewed-token' }, keepOthers: true })
    expect(await vault.save(renewal)).toMatchObject(locked)
    expect(state.credentials.get(record.id)).toEqual(record)
    await vault.unlock(PASSPHRASE)
    const saved = await vault.save(renewal)
    expect(saved.ok && (await vault.open(saved.value))).toMatchObject({
      value: { apiKey: 'canary-4711-secret', token: 'renewed-token' },
    })
  })

  it('X10 is locked by its clock before it is used, also when no timer has run', async () => {
    const { vault, record, idle } = await vaultWithRecord()
    await vault.setPassphrase(PASSPHRASE, null)
    idle.isOver = true
    expect(await vault.open(record)).toMatchObject(locked)
    expect(vault.state().access).toBe('locked')
  })

  it('X10 changes the passphrase only for who knows the present one; the same key opens what there is', async () => {
    const { vault, ports, record } = await vaultWithRecord()
    expect(await vault.setPassphrase('7 signs', null)).toMatchObject({
      error: { code: 'passphrase-too-short', params: { limit: 8 } },
    })
    await vault.setPassphrase(PASSPHRASE, null)
    for (const present of [null, '', 'wrong passphrase']) {
      expect(await vault.setPassphrase(NEXT, present)).toMatchObject({ error: { code: 'wrong-passphrase' } })
    }
    expect(await vault.setPassphrase(NEXT, PASSPHRASE)).toMatchObject({ ok: true })
    const reopened = await createVault(ports)
    expect(await reopened.unlock(PASSPHRASE)).toMatchObject({ error: { code: 'wrong-passphrase' } })
    expect(await reopened.unlock(NEXT)).toMatchObject({ ok: true })
    expect(await reopened.open(record)).toMatchObject(isSecret)
  })

  it('X10 goes back to the device for who knows the passphrase', async () => {
    const { vault, ports, record } = await vaultWithRecord()
    await vault.setPassphrase(PASSPHRASE, null)
    expect(await vault.removePassphrase('wrong passphrase')).toMatchObject({ error: { code: 'wrong-passphrase' } })
    expect(await vault.removePassphrase(PASSPHRASE)).toMatchObject({ ok: true })
    const reopened = await createVault(ports)
    expect(reopened.state()).toEqual({ protection: 'device', access: 'unlocked' })
    expect(await reopened.open(record)).toMatchObject(isSecret)
  })

  it('X10 reset without the passphrase is another vault, empty and on this device', async () => {
    const { vault, state, ports, one, record } = await vaultWithRecord()
    const before = vault.id
    await vault.setPassphrase(PASSPHRASE, null)
    const reopened = await createVault(ports)
    await reopened.reset()
    expect(reopened.id).not.toBe(before)
    expect([...state.credentials.keys()]).toEqual([])
    expect(await reopened.open(record)).toMatchObject({ error: { params: { reason: 'other-vault' } } })
    // The other tab still had the old key; it must not seal with it any more.
    const saved = await vault.save(one)
    expect(saved.ok && (await reopened.open(saved.value))).toMatchObject(isSecret)
    expect(vault.id).toBe(reopened.id)
  })
})

describe('a vault key that cannot be read', DERIVING, () => {
  it('X10 is never replaced without a reset, when it may have been under a passphrase', async () => {
    const { vault, state, ports, record } = await vaultWithRecord()
    await vault.setPassphrase(PASSPHRASE, null)
    const stored = state.key
    for (const damage of ['damaged', undefined] as const) {
      state.key = damage
      const reopened = await createVault(ports)
      expect(reopened.state().access).toBe('damaged')
      const damaged = { error: { code: 'vault-damaged' } }
      expect(await reopened.open(record)).toMatchObject(damaged)
      expect(await reopened.save(draft())).toMatchObject(damaged)
      expect(await reopened.unlock(PASSPHRASE)).toMatchObject(damaged)
      expect(await reopened.setPassphrase(NEXT, null)).toMatchObject(damaged)
      expect(state.key).toBe(damage)
    }
    state.key = stored
    expect(await vault.open(record)).toMatchObject(isSecret)
    state.key = 'damaged'
    await vault.reset()
    expect(vault.state()).toEqual({ protection: 'device', access: 'unlocked' })
    expect((await vault.save(draft())).ok).toBe(true)
  })

  it('X10 is not written over when another tab has wrapped it anew meanwhile', async () => {
    const { vault, state, ports } = await vaultWithRecord()
    const late = { ...ports, keyStore: { ...ports.keyStore, load: async () => stored } }
    const stored = state.key as DeviceVaultKey
    const other = await createVault(late)
    await vault.setPassphrase(PASSPHRASE, null)
    const wrapped = state.key
    expect(await other.setPassphrase(NEXT, null)).toMatchObject({ error: { code: 'vault-busy' } })
    expect(state.key).toBe(wrapped)
  })
})
