import { vaultGateOf, type VaultStatus } from '#workbench'
import { describe, expect, it } from 'vitest'
import { memoryVault } from '../fixtures/memory-vault.ts'

const PASSPHRASE = 'correct horse battery'

describe('the gate of the vault', () => {
  it('X10 is one for each vault, and asks nothing while it is unlocked', async () => {
    const { port } = memoryVault()
    const gate = vaultGateOf(port)
    expect(vaultGateOf(port)).toBe(gate)
    expect(vaultGateOf(memoryVault().port)).not.toBe(gate)
    expect(await gate.open()).toBe(true)
    expect(gate.store.getState().isAsked).toBe(false)
  })

  it('X10 asks once for everybody who waits, and lets all of them go on when it is unlocked', async () => {
    const { port } = memoryVault(PASSPHRASE)
    const gate = vaultGateOf(port)
    const waiting = Promise.all([gate.open(), gate.open()])
    expect(gate.store.getState().isAsked).toBe(true)
    await port.unlock('wrong passphrase')
    expect(gate.store.getState().isAsked).toBe(true)
    await port.unlock(PASSPHRASE)
    expect(await waiting).toEqual([true, true])
    expect(gate.store.getState().isAsked).toBe(false)
  })

  it('X10 tells whoever waits that it stays locked, and asks again the next time', async () => {
    const gate = vaultGateOf(memoryVault(PASSPHRASE).port)
    const waiting = gate.open()
    gate.refuse()
    expect(await waiting).toBe(false)
    void gate.open()
    expect(gate.store.getState().isAsked).toBe(true)
  })

  /** A gate that waits for a vault which has not answered yet; `tell` is its answer. */
  const unanswered = () => {
    const vault = memoryVault()
    const answer: { tell: Parameters<typeof vault.port.watch>[0] } = { tell: () => undefined }
    const gate = vaultGateOf({
      ...vault.port,
      watch: (onStatus) => {
        answer.tell = onStatus
        return () => undefined
      },
    })
    const waiting = gate.open()
    expect(gate.isOpen()).toBe(false)
    expect(gate.store.getState().isAsked).toBe(false)
    const tell = (access: VaultStatus['access']) => answer.tell({ protection: 'passphrase', access, idleMinutes: null })
    return { gate, waiting, tell }
  }

  it.each(['locked', 'damaged'] as const)('X10 asks as soon as the vault has said that it is %s', (access) => {
    const { gate, tell } = unanswered()
    tell(access)
    expect(gate.store.getState().isAsked).toBe(true)
  })

  it.each(['unlocked', 'unavailable'] as const)(
    'X10 asks nothing when the vault says that it is %s',
    async (access) => {
      const { gate, waiting, tell } = unanswered()
      tell(access)
      expect(await waiting).toBe(true)
      expect(gate.store.getState().isAsked).toBe(false)
    },
  )
})
