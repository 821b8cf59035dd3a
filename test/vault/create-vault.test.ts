import { createId } from '#base'
import type { ConnectionId, Credential, EnvironmentId } from '#domain'
import { createVault, type CredentialDraft, type DeviceVaultKey } from '#vault'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryPorts } from './memory-ports.ts'

const draft = (parts: Partial<CredentialDraft> = {}): CredentialDraft => ({
  owner: { kind: 'connection', connection: createId('conn') as ConnectionId },
  purpose: { kind: 'test-runner' },
  origins: ['https://api.example.com'],
  fields: { apiKey: 'canary-4711-secret' },
  ...parts,
})

async function vaultWith(...drafts: readonly CredentialDraft[]) {
  const { state, ports } = memoryPorts()
  const vault = await createVault(ports)
  const records: Credential[] = []
  for (const one of drafts) {
    const saved = await vault.save(one)
    if (saved.ok) records.push(saved.value)
  }
  return { vault, state, ports, records, record: records[0]! }
}

const damaged = (reason: string) => ({ ok: false, error: { code: 'credential-damaged', params: { reason } } })

describe('the vault', () => {
  it('gives secrets back, also after a restart', async () => {
    const { vault, ports, record } = await vaultWith(draft())
    expect(await vault.open(record)).toEqual({ ok: true, value: { apiKey: 'canary-4711-secret' } })
    const again = await createVault(ports)
    expect(again.id).toBe(vault.id)
    expect(await again.open(record)).toMatchObject({ ok: true })
  })

  it('keeps no plaintext and no exportable key', async () => {
    const { state } = await vaultWith(draft())
    const { deviceKey } = state.key as DeviceVaultKey
    expect(deviceKey.extractable).toBe(false)
    await expect(crypto.subtle.exportKey('raw', deviceKey)).rejects.toThrow(/extractable/)
    expect(JSON.stringify([...state.credentials.values(), state.manifest, state.key])).not.toContain('canary')
  })

  it('says which fields are set, and nothing of their length', async () => {
    const { record } = await vaultWith(draft({ fields: { username: 'u', password: '' } }))
    expect(record.fields).toEqual(['username', 'password'])
  })

  it('seals with a fresh salt and IV each time and counts the revision up in place', async () => {
    const one = draft()
    const { records, state } = await vaultWith(one, one)
    const [first, second] = records
    expect(second).toMatchObject({ id: first!.id, revision: 2 })
    expect(second!.sealed.salt).not.toBe(first!.sealed.salt)
    expect(second!.sealed.iv).not.toBe(first!.sealed.iv)
    expect(state.credentials.size).toBe(1)
  })

  it('loses no credential when two tabs save at once', async () => {
    const { vault, ports } = await vaultWith()
    const other = await createVault(ports)
    const saved = await Promise.all([vault.save(draft()), other.save(draft()), vault.save(draft())])
    for (const result of saved) expect(result.ok && (await vault.open(result.value)).ok).toBe(true)
  })

  it('makes one vault when two tabs start at once', async () => {
    const { ports } = memoryPorts()
    const [a, b] = await Promise.all([createVault(ports), createVault(ports)])
    expect(a.id).toBe(b.id)
  })

  it('forgets a removed credential: put back, it is refused', async () => {
    const { vault, record } = await vaultWith(draft())
    await vault.remove(record.id)
    expect(await vault.open(record)).toMatchObject(damaged('not-listed'))
  })
})

describe('a damaged record', () => {
  it('that was put back to an earlier revision is refused and named', async () => {
    const one = draft()
    const { vault, records } = await vaultWith(one, { ...one, fields: { apiKey: 'newer-secret' } })
    expect(await vault.open(records[0]!)).toMatchObject({
      error: { params: { credential: records[0]!.id, reason: 'rolled-back' } },
    })
    expect(await vault.open(records[1]!)).toMatchObject({ value: { apiKey: 'newer-secret' } })
  })

  it('of another vault is refused', async () => {
    const [a, b] = [await vaultWith(draft()), await vaultWith(draft())]
    expect(await a.vault.open(b.record)).toMatchObject(damaged('other-vault'))
    const disguised = { ...b.record, sealed: { ...b.record.sealed, vault: a.vault.id } }
    expect((await a.vault.open(disguised)).ok).toBe(false)
  })

  it('without a sound manifest is refused until it is entered again', async () => {
    const one = draft()
    const { vault, state, record } = await vaultWith(one, draft())
    state.manifest = { ...state.manifest!, counter: 1 }
    expect(await vault.open(record)).toMatchObject(damaged('manifest'))
    state.manifest = undefined
    expect(await vault.open(record)).toMatchObject(damaged('manifest'))
    const again = await vault.save(one)
    expect(again.ok && (await vault.open(again.value))).toMatchObject({ ok: true })
  })

  it('does not keep a vault whose key was changed from being used anew', async () => {
    const { state, ports, record } = await vaultWith(draft())
    const stored = state.key as DeviceVaultKey
    state.key = { ...stored, wrapped: { ...stored.wrapped, ciphertext: 'AAAA' } }
    const next = await createVault(ports)
    expect(await next.open(record)).toMatchObject(damaged('other-vault'))
    const saved = await next.save(draft())
    expect(saved.ok && (await next.open(saved.value))).toMatchObject({ ok: true })
  })

  const text = (value: string) =>
    fc.oneof(
      fc
        .nat({ max: value.length - 1 })
        .chain((at) =>
          fc
            .constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'.split(''))
            .map((sign) => value.slice(0, at) + sign + value.slice(at + 1)),
        ),
      fc.nat({ max: value.length - 1 }).map((length) => value.slice(0, length)),
      fc.string({ unit: fc.constantFrom(...'AZaz09-_=+/ é'.split('')), maxLength: 8 }).map((more) => value + more),
      fc.string({ maxLength: 40 }),
    )

  it('X10 refuses every flipped, cut, lengthened, swapped or rewritten record, and leaves others unharmed', async () => {
    const { vault, record, records } = await vaultWith(draft(), draft({ fields: { token: 'another-secret-value' } }))
    const other = records[1]!
    const strange = (await vaultWith(draft())).record
    const { sealed } = record
    const mutation = fc.oneof(
      text(sealed.ciphertext).map((ciphertext) => ({ ...record, sealed: { ...sealed, ciphertext } })),
      text(sealed.iv).map((iv) => ({ ...record, sealed: { ...sealed, iv } })),
      text(sealed.salt).map((salt) => ({ ...record, sealed: { ...sealed, salt } })),
      fc.webUrl().map((url) => ({ ...record, origins: [new URL(url).origin] })),
      fc.constantFrom(
        { ...record, origins: [...record.origins, 'https://evil.example'] },
        { ...record, tokenOrigin: 'https://evil.example' },
        { ...record, owner: other.owner },
        { ...record, purpose: { kind: 'organization' as const } },
        { ...record, purpose: { kind: 'environment' as const, environment: createId('env') as EnvironmentId } },
        { ...record, fields: ['token'] },
        { ...record, expiresAt: 5 },
        { ...record, sealed: other.sealed },
        { ...record, sealed: { ...other.sealed, salt: sealed.salt } },
        { ...record, id: other.id },
        { ...other, id: record.id, owner: record.owner },
        { ...record, sealed: { ...sealed, vault: 'vault_anotherone' } },
        { ...strange, sealed: { ...strange.sealed, vault: sealed.vault } },
        { ...record, sealed: { ...strange.sealed, vault: sealed.vault } },
        strange,
      ),
      fc.integer({ min: 2, max: 1e6 }).map((revision) => ({ ...record, revision })),
    )
    let refused = 0
    await fc.assert(
      fc.asyncProperty(mutation as fc.Arbitrary<Credential>, async (changed) => {
        fc.pre(JSON.stringify(changed) !== JSON.stringify(record))
        const opened = await vault.open(changed)
        expect(opened).toMatchObject({
          ok: false,
          error: { code: 'credential-damaged', params: { credential: changed.id } },
        })
        refused += 1
      }),
      { numRuns: 9000 },
    )
    expect(refused).toBeGreaterThanOrEqual(8000)
    expect(await vault.open(record)).toMatchObject({ ok: true })
    expect(await vault.open(other)).toMatchObject({ ok: true })
  }, 60_000)
})
