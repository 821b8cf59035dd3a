import { createVault, LEAST_ITERATIONS, MOST_ITERATIONS, type PassphraseVaultKey } from '#vault'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { calibrateIterations } from '../../src/vault/passphrase-wrap.ts'
import { memoryPorts } from './memory-ports.ts'

/** Deriving a key takes its time by intent, and more of it on a busy machine. */
const DERIVING = { timeout: 30_000 }
const PASSPHRASE = 'correct horse battery'

/** A vault under a passphrase, locked as after a restart, and a way to change what is stored of it. */
async function lockedVault(passphrase = PASSPHRASE) {
  const { state, ports } = memoryPorts()
  await (await createVault(ports)).setPassphrase(passphrase, null)
  const stored = state.key as PassphraseVaultKey
  const change = (parts: Partial<PassphraseVaultKey['passphrase']>) => {
    state.key = { ...stored, passphrase: { ...stored.passphrase, ...parts } }
  }
  return { vault: await createVault(ports), state, stored, change }
}

afterEach(() => vi.restoreAllMocks())

describe('a key wrapped by a passphrase', DERIVING, () => {
  it('X10 is refused by its figures before anything is derived, however low or absurdly high they are', async () => {
    const { vault, change } = await lockedVault()
    const derive = vi.spyOn(crypto.subtle, 'deriveKey')
    const figures = fc.oneof(
      fc.integer({ max: LEAST_ITERATIONS - 1 }),
      fc.integer({ min: MOST_ITERATIONS + 1 }),
      fc.double({ min: LEAST_ITERATIONS, max: MOST_ITERATIONS }).filter((figure) => !Number.isInteger(figure)),
      fc.constantFrom(0, -1, 1, 599_999, 5_000_001, Number.MAX_SAFE_INTEGER, Number.NaN, Number.POSITIVE_INFINITY),
    )
    await fc.assert(
      fc.asyncProperty(figures, async (iterations) => {
        change({ iterations })
        expect(await vault.unlock(PASSPHRASE)).toMatchObject({ error: { code: 'kdf-parameters' } })
      }),
      { numRuns: 1000 },
    )
    for (const other of [{ kdf: 'PBKDF2-SHA1' }, { kdf: 'none' }, { version: 2 }, { version: 0 }]) {
      change(other)
      expect(await vault.unlock(PASSPHRASE)).toMatchObject({ error: { code: 'kdf-parameters' } })
    }
    expect(derive).not.toHaveBeenCalled()
    change({})
    expect(await vault.unlock(PASSPHRASE)).toEqual({ ok: true, value: undefined })
  })

  it('X10 is damaged when its bytes are cut, lengthened or spelt otherwise, which is known without deriving', async () => {
    const { vault, change, stored } = await lockedVault()
    const derive = vi.spyOn(crypto.subtle, 'deriveKey')
    const field = fc.constantFrom('salt', 'iv', 'ciphertext' as const)
    const bytes = fc.string({ unit: fc.constantFrom(...'AZaz09-_=+/ '.split('')), maxLength: 12 })
    await fc.assert(
      fc.asyncProperty(field, fc.nat(), bytes, async (name, at, more) => {
        const text = stored.passphrase[name]
        const changed = text.slice(0, at % text.length) + more
        fc.pre(changed.length !== text.length)
        change({ [name]: changed })
        expect(await vault.unlock(PASSPHRASE)).toMatchObject({ error: { code: 'vault-damaged' } })
      }),
      { numRuns: 1000 },
    )
    expect(derive).not.toHaveBeenCalled()
  })

  it('X10 does not open when its bytes or its iterations were changed and are still sound', async () => {
    const { vault, change, stored } = await lockedVault()
    const flip = (text: string) => (text.startsWith('A') ? 'B' : 'A') + text.slice(1)
    const { salt, iv, ciphertext, iterations } = stored.passphrase
    const changes = [
      { salt: flip(salt) },
      { iv: flip(iv) },
      { ciphertext: flip(ciphertext) },
      { iterations: iterations + 1 },
    ]
    for (const changed of changes) {
      change(changed)
      expect(await vault.unlock(PASSPHRASE)).toMatchObject({ error: { code: 'wrong-passphrase' } })
    }
    expect(vault.state().access).toBe('locked')
  })

  it('X10 of another vault does not open this one, whatever passphrase it has', async () => {
    const [one, other] = [await lockedVault(), await lockedVault()]
    one.state.key = { ...one.stored, passphrase: other.stored.passphrase }
    expect(await one.vault.unlock(PASSPHRASE)).toMatchObject({ error: { code: 'wrong-passphrase' } })
  })

  it('X10 takes a passphrase however its characters are composed', async () => {
    const { vault } = await lockedVault('Zo\u00e9 \ufb01nds caf\u00e9s')
    expect(await vault.unlock('Zoe\u0301 finds cafe\u0301s')).toMatchObject({ ok: true })
  })

  it('X10 keeps a salt and an IV of its own for each passphrase', async () => {
    const [one, other] = [await lockedVault(), await lockedVault()]
    const { salt, iv, iterations } = one.stored.passphrase
    expect(Buffer.from(salt, 'base64url')).toHaveLength(16)
    expect(salt).not.toBe(other.stored.passphrase.salt)
    expect(iv).not.toBe(other.stored.passphrase.iv)
    expect(iterations).toBe(LEAST_ITERATIONS)
  })
})

describe('the iterations', () => {
  /** A stopwatch by which the trial takes so many milliseconds. */
  const trialOf = (milliseconds: number) => {
    let now = 0
    return () => (now += milliseconds)
  }

  it('X10 take about half a second here, and stay within the limits', async () => {
    expect(await calibrateIterations(trialOf(50))).toBe(1_000_000)
    expect(await calibrateIterations(trialOf(20_000))).toBe(LEAST_ITERATIONS)
    expect(await calibrateIterations(trialOf(0))).toBe(MOST_ITERATIONS)
  })
})
