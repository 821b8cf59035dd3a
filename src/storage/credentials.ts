import { unreachable } from '#base'
import type { Credential, CredentialCheck, CredentialId, CredentialOwner, CredentialPurpose } from '#domain'
import type { Database } from './database.ts'
import { readRows, type ReadRows } from './read-rows.ts'
import { CredentialRow, ManifestRow, VaultKeyRow } from './rows.ts'

/** The owner as the beginning of a credential's place. */
export function ownerKey(owner: CredentialOwner): string {
  return owner.kind === 'connection' ? `connection/${owner.connection}` : `auth-method/${owner.authMethod}`
}

function purposeKey(purpose: CredentialPurpose): string {
  switch (purpose.kind) {
    case 'test-runner':
    case 'organization':
      return purpose.kind
    case 'environment':
      return `environment/${purpose.environment}`
    case 'customer-user':
      return `customer-user/${purpose.user}`
    default:
      return unreachable(purpose)
  }
}

const placeOf = (owner: CredentialOwner, purpose: CredentialPurpose) => `${ownerKey(owner)}/${purposeKey(purpose)}`

const credentialOf = (row: unknown): Credential | undefined => CredentialRow.safeParse(row).data?.credential

/** The credential of an owner for a purpose. */
export async function findCredential(
  database: Database,
  owner: CredentialOwner,
  purpose: CredentialPurpose,
): Promise<Credential | undefined> {
  return credentialOf(await database.credentials.where('place').equals(placeOf(owner, purpose)).first())
}

/** A credential by id. */
export async function credentialById(database: Database, id: CredentialId): Promise<Credential | undefined> {
  return credentialOf(await database.credentials.get(id))
}

/** Every credential, sealed as it is; damaged ones apart. */
export async function readCredentials(database: Database): Promise<ReadRows<Credential>> {
  const { rows, damaged } = readRows('credentials', CredentialRow, await database.credentials.toArray())
  return { rows: rows.map(({ credential }) => credential), damaged }
}

/** The outcome of the last request with a credential; only while it is still the revision that was used. */
export async function recordCredentialCheck(
  database: Database,
  id: CredentialId,
  revision: number,
  check: CredentialCheck,
): Promise<void> {
  await database.transaction('rw', database.credentials, async () => {
    const row = await database.credentials.get(id)
    if (row?.credential.revision !== revision) return
    // That no new tokens are given for it stays true of a revision, whatever requests under way say about the last one.
    if (row.credential.lastCheck?.outcome === 'invalid-grant') return
    await database.credentials.put({ ...row, credential: { ...row.credential, lastCheck: check } })
  })
}

/** The manifest as the vault reads and writes it. */
export type StoredManifestRow = Omit<ManifestRow, 'id'>

type WithoutId<Row> = Row extends unknown ? Omit<Row, 'id'> : never

/** The wrapped vault key as the vault reads and writes it. */
export type StoredKeyRow = WithoutId<VaultKeyRow>

/** The wrapped vault key; `undefined` when nothing is stored, `damaged` when it is no such thing. */
export async function readVaultKey(database: Database): Promise<StoredKeyRow | 'damaged' | undefined> {
  const row = await database.vault.get('vault')
  if (row === undefined) return undefined
  const parsed = VaultKeyRow.safeParse(row)
  if (!parsed.success) return 'damaged'
  const { id: _, ...key } = parsed.data
  return key
}

/** Stores the wrapped vault key unless something is there already; gives what counts. */
export async function addVaultKey(database: Database, key: StoredKeyRow): Promise<StoredKeyRow | 'damaged'> {
  return database.transaction('rw', database.vault, async () => {
    const present = await readVaultKey(database)
    if (present !== undefined) return present
    await database.vault.put({ ...key, id: 'vault' })
    return key
  })
}

/** What tells one wrapping of a vault key from another: no two share an IV and a ciphertext. */
function wrappingOf(key: StoredKeyRow): string {
  const { iv, ciphertext } = 'passphrase' in key ? key.passphrase : key.wrapped
  return [key.vault, iv, ciphertext].join(' ')
}

/** Stores the wrapped vault key in the place of exactly this one. `false`: another one is there by now. */
export async function replaceVaultKey(database: Database, key: StoredKeyRow, instead: StoredKeyRow): Promise<boolean> {
  return database.transaction('rw', database.vault, async () => {
    const present = await readVaultKey(database)
    if (present === undefined || present === 'damaged' || wrappingOf(present) !== wrappingOf(instead)) return false
    await database.vault.put({ ...key, id: 'vault' })
    return true
  })
}

/** Begins a new vault: its key in the place of whatever is there, no credential, no manifest. All of it or nothing. */
export async function resetVault(database: Database, key: StoredKeyRow): Promise<void> {
  await database.transaction('rw', database.credentials, database.vault, async () => {
    await database.credentials.clear()
    await database.vault.clear()
    await database.vault.put({ ...key, id: 'vault' })
  })
}

/** The manifest; `undefined` when there is none or it is damaged. */
export async function readManifest(database: Database): Promise<StoredManifestRow | undefined> {
  const parsed = ManifestRow.safeParse(await database.vault.get('manifest'))
  if (!parsed.success) return undefined
  const { id: _, ...manifest } = parsed.data
  return manifest
}

/** A change of credentials with the manifest that lists it. */
export interface CredentialCommit {
  /** The vault it is sealed for. */
  readonly vault: string
  /** The counter of the manifest this one is made from; 0 for none. */
  readonly expected: number
  readonly manifest: StoredManifestRow
  readonly put?: Credential
  readonly remove?: CredentialId
}

/** Writes credential and manifest together. `false`: somebody was faster, or the vault was reset; nothing was written. */
export async function commitCredential(database: Database, commit: CredentialCommit): Promise<boolean> {
  return database.transaction('rw', database.credentials, database.vault, async () => {
    const key = await readVaultKey(database)
    if (key !== undefined && (key === 'damaged' || key.vault !== commit.vault)) return false
    const present = await readManifest(database)
    if ((present?.counter ?? 0) !== commit.expected) return false
    await database.vault.put({ ...commit.manifest, id: 'manifest' })
    const { put, remove } = commit
    if (remove !== undefined) await database.credentials.delete(remove)
    if (put) {
      const place = placeOf(put.owner, put.purpose)
      // A damaged row may hold the place under another id.
      await database.credentials.where('place').equals(place).delete()
      await database.credentials.put({ id: put.id, place, credential: put })
    }
    return true
  })
}
