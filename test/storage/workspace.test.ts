import 'fake-indexeddb/auto'
import { createId } from '#base'
import type { Credential, StableKey } from '#domain'
import { describe, expect, it } from 'vitest'
import {
  commitCredential,
  connectionByKey,
  deleteAuthMethod,
  deleteConnection,
  findCredential,
  liveWorkspace,
  recordCredentialCheck,
  saveAuthMethod,
  saveConnection,
  type StoredWorkspace,
} from '#storage'
import { freshDatabase, sampleAuthMethod, sampleConnection } from './sample.ts'
import { watched } from './watched.ts'

const credentialFor = (connection: string, revision = 1): Credential =>
  ({
    id: createId('cred'),
    owner: { kind: 'connection', connection },
    purpose: { kind: 'test-runner' },
    sealed: { version: 1, vault: 'v', salt: 's', iv: 'i', ciphertext: 'SEALED' },
    origins: ['https://api.example.com'],
    tokenOrigin: null,
    revision,
    fields: ['token'],
    expiresAt: null,
    lastCheck: null,
    updatedAt: 1,
  }) as Credential

const manifest = (counter: number) => ({ counter, salt: 's', iv: 'i', ciphertext: 'c' })

describe('the workspace', () => {
  it('follows every change and shows credentials without their sealed bytes', async () => {
    const db = await freshDatabase()
    const method = sampleAuthMethod()
    const connection = sampleConnection(method)
    const workspace = watched<StoredWorkspace>((onChange) => liveWorkspace(db, onChange))
    await workspace.until(({ connections }) => Object.keys(connections).length === 0)
    await saveAuthMethod(db, method)
    await saveConnection(db, connection)
    const credential = credentialFor(connection.id)
    await commitCredential(db, { vault: 'v', expected: 0, manifest: manifest(1), put: credential })
    const last = await workspace.until(({ credentials }) => Object.keys(credentials).length === 1)
    expect(last.connections[connection.id]).toEqual(connection)
    expect(last.authMethods[method.id]).toEqual(method)
    expect(last.credentials[credential.id]).toMatchObject({ fields: ['token'] })
    expect(JSON.stringify(last)).not.toContain('SEALED')
    workspace.stop()
  })

  it('holds a stable key once', async () => {
    const db = await freshDatabase()
    const method = sampleAuthMethod()
    const first = sampleConnection(method, { stableKey: 'shop' as StableKey })
    await saveConnection(db, first)
    expect(await saveConnection(db, { ...first, name: 'Renamed' })).toMatchObject({ ok: true })
    expect(await saveConnection(db, sampleConnection(method, { stableKey: first.stableKey }))).toMatchObject({
      error: { code: 'stable-key-taken', params: { key: 'shop' } },
    })
    expect((await connectionByKey(db, first.stableKey))?.name).toBe('Renamed')
  })

  it('deletes a connection with its credentials and leaves those of others', async () => {
    const db = await freshDatabase()
    const method = sampleAuthMethod()
    const [a, b] = [sampleConnection(method), sampleConnection(method)]
    await saveConnection(db, a)
    await saveConnection(db, b)
    await commitCredential(db, { vault: 'v', expected: 0, manifest: manifest(1), put: credentialFor(a.id) })
    await commitCredential(db, { vault: 'v', expected: 1, manifest: manifest(2), put: credentialFor(b.id) })
    await deleteConnection(db, a.id)
    const purpose = { kind: 'test-runner' } as const
    expect(await findCredential(db, { kind: 'connection', connection: a.id }, purpose)).toBeUndefined()
    expect(await findCredential(db, { kind: 'connection', connection: b.id }, purpose)).toBeDefined()
  })

  it('keeps an auth method while a connection uses it', async () => {
    const db = await freshDatabase()
    const method = sampleAuthMethod()
    const connection = sampleConnection(method)
    await saveAuthMethod(db, method)
    await saveConnection(db, connection)
    expect(await deleteAuthMethod(db, method.id)).toMatchObject({ error: { code: 'auth-method-in-use' } })
    await deleteConnection(db, connection.id)
    expect(await deleteAuthMethod(db, method.id)).toMatchObject({ ok: true })
  })
})

describe('credentials', () => {
  it('are written together with the manifest they are in, or not at all', async () => {
    const db = await freshDatabase()
    const connection = sampleConnection(sampleAuthMethod())
    const commits = await Promise.all(
      [1, 2].map((revision) =>
        commitCredential(db, {
          vault: 'v',
          expected: 0,
          manifest: manifest(1),
          put: credentialFor(connection.id, revision),
        }),
      ),
    )
    expect(commits.filter(Boolean)).toHaveLength(1)
    expect(await db.credentials.count()).toBe(1)
  })

  it('take the outcome of a request only while they are the ones that were used', async () => {
    const db = await freshDatabase()
    const credential = credentialFor(createId('conn'), 2)
    await commitCredential(db, { vault: 'v', expected: 0, manifest: manifest(1), put: credential })
    const check = { at: 1, outcome: 'unauthorized', status: 401 } as const
    const stored = () => findCredential(db, credential.owner, credential.purpose)
    await recordCredentialCheck(db, credential.id, 1, check)
    expect((await stored())?.lastCheck).toBeNull()
    await recordCredentialCheck(db, credential.id, 2, check)
    expect((await stored())?.lastCheck).toEqual(check)
  })

  it('V13 that get no new tokens stay so, whatever a request under way says about the last one', async () => {
    const db = await freshDatabase()
    const credential = credentialFor(createId('conn'), 1)
    await commitCredential(db, { vault: 'v', expected: 0, manifest: manifest(1), put: credential })
    const over = { at: 1, outcome: 'invalid-grant', status: 400 } as const
    await recordCredentialCheck(db, credential.id, 1, over)
    await recordCredentialCheck(db, credential.id, 1, { at: 2, outcome: 'ok', status: 200 })
    expect((await findCredential(db, credential.owner, credential.purpose))?.lastCheck).toEqual(over)
  })
})
