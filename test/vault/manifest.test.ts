import { createId } from '#base'
import type { ConnectionId, Credential } from '#domain'
import { createVault, type CredentialDraft, type StoredManifest } from '#vault'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { memoryPorts } from './memory-ports.ts'

const draft = (): CredentialDraft => ({
  owner: { kind: 'connection', connection: createId('conn') as ConnectionId },
  purpose: { kind: 'test-runner' },
  origins: ['https://api.example.com'],
  fields: { apiKey: 'canary-4711-secret' },
})

async function vaultWithTwo() {
  const { state, ports } = memoryPorts()
  const vault = await createVault(ports)
  const [first, second] = [await vault.save(draft()), await vault.save(draft())]
  if (!first.ok || !second.ok) throw new Error('not saved')
  return { vault, state, records: [first.value, second.value] as readonly Credential[], manifest: state.manifest! }
}

const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const changedText = (value: string) =>
  fc.oneof(
    fc
      .tuple(fc.nat({ max: value.length - 1 }), fc.constantFrom(...SIGNS.split('')))
      .map(([at, sign]) => value.slice(0, at) + sign + value.slice(at + 1)),
    fc.nat({ max: value.length - 1 }).map((length) => value.slice(0, length)),
    fc.string({ maxLength: 40 }),
  )

describe('the manifest of revisions', () => {
  it('X10 is refused when anything about it was changed, and put back it vouches for every record again', async () => {
    const { vault, state, records, manifest } = await vaultWithTwo()
    const other = (await vaultWithTwo()).manifest
    const mutation: fc.Arbitrary<StoredManifest> = fc.oneof(
      changedText(manifest.ciphertext).map((ciphertext) => ({ ...manifest, ciphertext })),
      changedText(manifest.iv).map((iv) => ({ ...manifest, iv })),
      changedText(manifest.salt).map((salt) => ({ ...manifest, salt })),
      fc.integer({ min: 1, max: 1e6 }).map((counter) => ({ ...manifest, counter })),
      fc.constantFrom(other, { ...other, counter: manifest.counter }, { ...manifest, salt: other.salt }),
    )
    let refused = 0
    await fc.assert(
      fc.asyncProperty(mutation, async (changed) => {
        fc.pre(JSON.stringify(changed) !== JSON.stringify(manifest))
        state.manifest = changed
        expect(await vault.open(records[0]!)).toMatchObject({
          error: { code: 'credential-damaged', params: { credential: records[0]!.id, reason: 'manifest' } },
        })
        refused += 1
      }),
      { numRuns: 1500 },
    )
    expect(refused).toBeGreaterThanOrEqual(1200)
    state.manifest = manifest
    for (const record of records) expect((await vault.open(record)).ok).toBe(true)
  }, 30_000)
})
