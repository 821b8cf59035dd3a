import 'fake-indexeddb/auto'
import type { ConnectionId, Credential } from '#domain'
import { expect, it } from 'vitest'
import { openCredential } from '../../../../src/drivers/workers/vault/open-credential.ts'
import { createVaultContext } from '../../../../src/drivers/workers/vault/vault-context.ts'
import { freshDatabase } from '../../../storage/sample.ts'
import { PAGE } from './vault-bench.ts'

const owner = { kind: 'connection', connection: 'conn_shop0001' as ConnectionId } as const
const purpose = { kind: 'test-runner' } as const

/** A vault with one credential; `between` happens after it was found, before it is opened for the first time. */
async function found(between: (save: (token: string) => Promise<unknown>, stored: Credential) => Promise<unknown>) {
  const clock = () => 1_000_000
  const database = await freshDatabase(clock)
  const { vault } = await createVaultContext({
    database,
    fetch: globalThis.fetch,
    origin: PAGE,
    session: null,
    clock,
  })
  const save = (token: string) => vault.save({ owner, purpose, origins: ['https://api.test'], fields: { token } })
  await save('first')
  let opens = 0
  const open: typeof vault.open = async (credential) => {
    opens += 1
    if (opens === 1) await between(save, credential)
    return vault.open(credential)
  }
  return openCredential({ database, vault: { ...vault, open } }, owner, purpose)
}

it('P23 a credential that is saved anew while it is being opened is opened as it is now', async () => {
  expect(await found((save) => save('second'))).toMatchObject({
    credential: { revision: 2 },
    opened: { ok: true, value: { token: 'second' } },
  })
})

it('X10 a record that somebody has changed stays refused', async () => {
  const outcome = await found(async (_, stored) => {
    Object.assign(stored, { origins: ['https://evil.test'] })
  })
  expect(outcome).toMatchObject({ opened: { ok: false, error: { code: 'credential-damaged' } } })
})
