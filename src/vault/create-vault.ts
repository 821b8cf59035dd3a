import { createId, err, ok, problem, type Problem, type Result } from '#base'
import type { Credential, CredentialId, CredentialOwner, CredentialPurpose } from '#domain'
import * as z from 'zod'
import { additionalDataOf, type CredentialFacts } from './additional-data.ts'
import { createLedger } from './create-ledger.ts'
import { createKeyRing, type KeyRing } from './key-ring.ts'
import { seal, unseal, type SealKey } from './seal.ts'
import type { VaultPorts } from './vault-ports.ts'

/** Secret values by the key of their field. */
export type Secrets = Readonly<Record<string, string>>

/** What a new credential is for. */
export interface CredentialDraft {
  readonly owner: CredentialOwner
  readonly purpose: CredentialPurpose
  readonly origins: readonly string[]
  /** Where tokens are asked for with it. Left out: nowhere. */
  readonly tokenOrigin?: string | null
  readonly fields: Secrets
  /** When what is sealed ends, in milliseconds since the epoch. Left out: never. */
  readonly expiresAt?: number | null
  /**
   * Keep the sealed fields that `fields` does not name, as long as they are bound to the same origins and token
   * origin; what was entered for another one is not carried over to this one. Left out: nothing is kept.
   */
  readonly keepOthers?: boolean
}

/** Why a record is refused: `reason` of `credential-damaged`. */
export type DamageReason = 'tampered' | 'other-vault' | 'rolled-back' | 'not-listed' | 'manifest'

/** Seals and opens credentials while it is unlocked. Holds the key, and nothing that was opened. */
export interface Vault extends Pick<
  KeyRing,
  'state' | 'watch' | 'refresh' | 'unlock' | 'lock' | 'setPassphrase' | 'removePassphrase' | 'reset'
> {
  /** Another one after a reset; empty when it is damaged. */
  readonly id: string
  /**
   * Seals the fields for an owner and purpose, in the place of what was there. Problems: `vault-locked`,
   * `vault-damaged`, `vault-busy`.
   */
  readonly save: (draft: CredentialDraft) => Promise<Result<Credential, Problem>>
  /**
   * The secrets of a record. Problems: `vault-locked`, `vault-damaged`, `credential-damaged` {credential, reason:
   * DamageReason}.
   */
  readonly open: (credential: Credential) => Promise<Result<Secrets, Problem>>
  /** Problems: `vault-locked`, `vault-damaged`, `vault-busy`. */
  readonly remove: (id: CredentialId) => Promise<Result<void, Problem>>
}

const Secrets = z.record(z.string(), z.string())

/** Seals secrets for what `facts` says. */
async function sealCredential(key: SealKey, facts: CredentialFacts, secrets: Secrets): Promise<Credential['sealed']> {
  const sealed = await seal(key, additionalDataOf(key.vault, facts), JSON.stringify(secrets))
  return { version: 1, vault: key.vault, ...sealed }
}

/** Opens a record without asking the manifest; `undefined` when anything about it was changed. */
async function openCredential(key: SealKey, credential: Credential): Promise<Secrets | undefined> {
  const text = await unseal(key, additionalDataOf(key.vault, credential), credential.sealed)
  return text === undefined ? undefined : Secrets.safeParse(JSON.parse(text)).data
}

const sameOrigins = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((origin) => b.includes(origin))

/**
 * Opens the vault of this database, or makes it. A manifest of revisions, itself sealed, shows a single record that was
 * put back; the whole database put back to an earlier state cannot be seen.
 */
export async function createVault(ports: VaultPorts): Promise<Vault> {
  const ring = await createKeyRing(ports)
  const { records, clock } = ports
  const ledger = createLedger(ring, records)

  async function open(credential: Credential): Promise<Result<Secrets, Problem>> {
    const found = await ring.key()
    if (!found.ok) return found
    const key = found.value
    const damaged = (reason: DamageReason) => err(problem('credential-damaged', { credential: credential.id, reason }))
    if (credential.sealed.vault !== key.vault) return damaged('other-vault')
    const revisions = await ledger.revisions(key)
    if (!revisions) return damaged('manifest')
    const revision = Object.hasOwn(revisions, credential.id) ? revisions[credential.id] : undefined
    if (revision === undefined) return damaged('not-listed')
    const secrets = await openCredential(key, credential)
    // Locked while it was opened: nothing comes out any more.
    if (!ring.holds(key)) return err(problem('vault-locked'))
    if (!secrets) return damaged('tampered')
    return revision === credential.revision ? ok(secrets) : damaged('rolled-back')
  }

  /** What a save keeps of a record: nothing when it is damaged, since a save must be possible over it. */
  async function kept(
    existing: Credential | undefined,
    { keepOthers = false, origins, tokenOrigin = null }: CredentialDraft,
  ): Promise<Result<Secrets, Problem>> {
    const isSameBound = existing && sameOrigins(existing.origins, origins) && existing.tokenOrigin === tokenOrigin
    if (!keepOthers || !isSameBound) return ok({})
    const opened = await open(existing)
    // Locked is not damaged: what was promised to be kept must not be lost by it.
    return opened.ok || opened.error.code !== 'credential-damaged' ? opened : ok({})
  }

  const { state, watch, refresh, unlock, lock, setPassphrase, removePassphrase, reset } = ring
  return {
    get id() {
      return ring.vault()
    },
    save: (draft) =>
      ledger.commit(async (key, revisions) => {
        const { owner, purpose, origins, tokenOrigin = null, expiresAt = null } = draft
        const existing = await records.find(owner, purpose)
        const others = await kept(existing, draft)
        if (!others.ok) return others
        const fields = { ...others.value, ...draft.fields }
        const id = existing?.id ?? (createId('cred') as CredentialId)
        const revision = Math.max(existing?.revision ?? 0, revisions[id] ?? 0) + 1
        const names = Object.keys(fields)
        const facts = { id, owner, purpose, origins: [...origins], tokenOrigin, revision, fields: names, expiresAt }
        const sealed = await sealCredential(key, facts, fields)
        const put: Credential = { ...facts, sealed, lastCheck: null, updatedAt: clock() }
        return ok({ revisions: { ...revisions, [id]: revision }, write: { put }, value: put })
      }),
    open,
    remove: (id) =>
      ledger.commit(async (_, revisions) => {
        const { [id]: removed, ...rest } = revisions
        return ok({ revisions: rest, write: { remove: id }, value: undefined })
      }),
    state,
    watch,
    refresh,
    unlock,
    lock,
    setPassphrase,
    removePassphrase,
    reset,
  }
}
