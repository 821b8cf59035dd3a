import 'fake-indexeddb/auto'
import { createId } from '#base'
import { literal, type TraceEvent } from '#domain'
import { createWorkersDriver } from '#drivers/workers'
import { openDatabase, saveAuthMethod, saveConnection, saveSetting } from '#storage'
import { afterEach, describe, expect, it } from 'vitest'
import { createRunnerService } from '../../../../../src/drivers/workers/runner/create-runner-service.ts'
import { createVaultWorker } from '../../../../../src/drivers/workers/vault/create-vault-worker.ts'
import type { VaultStatus } from '../../../../../src/drivers/workers/vault/lock/create-vault-lock.ts'
import type { TabMessage, VaultTabs } from '../../../../../src/drivers/workers/vault/lock/vault-tabs.ts'
import { requestFor } from '../../../../contract/run-request.ts'
import { docOf, flow, http, log, slot } from '../../../../fixtures/doc-builder.ts'
import { sampleAuthMethod, sampleConnection } from '../../../../storage/sample.ts'
import { portWorker } from '../../port-worker.ts'
import { startServer } from '../test-server.ts'
import { PAGE } from '../vault-bench.ts'

const PASSPHRASE = 'correct horse battery'
const SECRET = 'canary.bearer~4711+/=='

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

/** What reaches all tabs but the one that says it, a turn later. */
function tabHub() {
  const listeners = new Map<number, (message: TabMessage) => void>()
  let count = 0
  return (): VaultTabs => {
    const own = (count += 1)
    return {
      listen: (onMessage) => listeners.set(own, onMessage),
      post: (message) =>
        queueMicrotask(() => {
          for (const [tab, listener] of listeners) if (tab !== own) listener(message)
        }),
    }
  }
}

/** A workspace with one connection, and tabs that open it; its clock is moved by hand. */
async function workspace(answer: (path: string) => Promise<void> = async () => undefined) {
  const api = await startServer((request, response) => {
    void answer(request.url ?? '').then(() =>
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(JSON.stringify({ said: request.headers.authorization })),
    )
  })
  cleanups.push(api.close)
  const databaseName = createId('lock')
  const opened = await openDatabase(databaseName)
  if (!opened.ok) throw new Error(opened.error.code)
  const authMethod = sampleAuthMethod({ type: 'bearer' })
  const connection = sampleConnection(authMethod, { baseUrl: api.origin })
  await saveAuthMethod(opened.value, authMethod)
  await saveConnection(opened.value, connection)
  const openTabs = tabHub()
  const time = { now: 1_000_000 }
  const openTab = () => {
    const driver = createWorkersDriver({
      databaseName,
      session: null,
      spawn: {
        vault: () =>
          portWorker(createVaultWorker({ fetch: globalThis.fetch, origin: PAGE, clock: () => time.now, openTabs })),
        runner: () => portWorker(createRunnerService()),
        importer: () => portWorker({}),
      },
    })
    cleanups.push(driver.dispose)
    let status: VaultStatus | undefined
    const waiting = new Set<() => void>()
    driver.vault.watch((next) => {
      status = next
      for (const look of waiting) look()
    })
    const until = (is: (status: VaultStatus) => boolean) =>
      new Promise<VaultStatus>((resolve) => {
        const look = () => {
          if (!status || !is(status)) return
          waiting.delete(look)
          resolve(status)
        }
        waiting.add(look)
        look()
      })
    const send = () =>
      driver.send(
        { method: 'GET', url: '/echo', query: [], headers: [], body: { kind: 'none' }, timeoutMs: 5000 },
        { connection: connection.stableKey },
      )
    return { driver, until, send }
  }
  const enter = (tab: ReturnType<typeof openTab>, fields: Readonly<Record<string, string>>) =>
    tab.driver.saveCredential({
      owner: { kind: 'connection', connection: connection.id },
      purpose: { kind: 'test-runner' },
      origins: [api.origin],
      fields,
    })
  return { database: opened.value, connection, time, openTab, enter }
}

const locked = { ok: false, error: { code: 'vault-locked' } }

describe('the lock of the vault', () => {
  it('X10 locks every tab when one is locked, and each is unlocked on its own', async () => {
    const { openTab, enter } = await workspace()
    const [here, there] = [openTab(), openTab()]
    await enter(here, { token: SECRET })
    expect(await there.send()).toMatchObject({ ok: true })
    expect(await here.driver.vault.setPassphrase(PASSPHRASE, null)).toMatchObject({ ok: true })
    await there.until(({ protection }) => protection === 'passphrase')
    expect(await there.send()).toMatchObject({ ok: true })
    await here.driver.vault.lock()
    await there.until(({ access }) => access === 'locked')
    for (const tab of [here, there]) {
      expect(await tab.send()).toMatchObject(locked)
      expect(await enter(tab, { token: 'another' })).toMatchObject(locked)
    }
    expect(await there.driver.vault.unlock('not the passphrase')).toMatchObject({ error: { code: 'wrong-passphrase' } })
    expect(await there.driver.vault.unlock(PASSPHRASE)).toMatchObject({ ok: true })
    await there.until(({ access }) => access === 'unlocked')
    expect(await there.send()).toMatchObject({ ok: true })
    expect(await here.send()).toMatchObject(locked)
  }, 30_000)

  it('X10 refuses the next request of a run under way, and still redacts what the run holds', async () => {
    const whenFirstArrives = { lock: async () => undefined as void }
    const { openTab, enter, connection } = await workspace(async (path) => {
      if (path === '/first') await whenFirstArrives.lock()
    })
    const tab = openTab()
    whenFirstArrives.lock = tab.driver.vault.lock
    await enter(tab, { token: SECRET })
    await tab.driver.vault.setPassphrase(PASSPHRASE, null)
    const call = (name: string) => http(name, { slot: connection.stableKey, inputs: { url: literal(`/${name}`) } })
    const doc = docOf({
      flows: [flow('Main', call('first'), log('said', literal(`It was ${SECRET}`)), call('second'))],
      slots: [slot(connection.stableKey, 'http', connection.stableKey)],
    })
    const events: TraceEvent[] = []
    const run = tab.driver.start(requestFor(doc), (some) => events.push(...some))
    expect(await run.done).toMatchObject({ status: 'failed', failure: { code: 'vault-locked' } })
    const told = JSON.stringify(events)
    expect(told).toContain('[redacted]')
    expect(told).not.toContain(SECRET)
  }, 30_000)

  it('X10 locks every tab after the idle time, which activity in any of them puts off', async () => {
    const { openTab, enter, time, database } = await workspace()
    const [here, there] = [openTab(), openTab()]
    await enter(here, { token: SECRET })
    await here.driver.vault.setPassphrase(PASSPHRASE, null)
    await there.until(({ protection }) => protection === 'passphrase')
    time.now += 14 * 60_000
    // A request is something somebody did; the other tab hears of it.
    expect(await there.send()).toMatchObject({ ok: true })
    time.now += 14 * 60_000
    expect(await here.send()).toMatchObject({ ok: true })
    expect(await here.driver.vault.setIdleMinutes(5)).toMatchObject({ ok: true })
    await there.until(({ idleMinutes }) => idleMinutes === 5)
    expect(await database.settings.get('vault.idle-minutes')).toMatchObject({ value: 5 })
    time.now += 5 * 60_000
    for (const tab of [here, there]) expect(await tab.send()).toMatchObject(locked)
  }, 30_000)

  it('X10 locks by its timer alone, and begins with the time that was chosen before', async () => {
    const { openTab, database, time } = await workspace()
    await saveSetting(database, 'vault.idle-minutes', 0.001)
    const tab = openTab()
    expect((await tab.until(() => true)).idleMinutes).toBe(0.001)
    await tab.driver.vault.setPassphrase(PASSPHRASE, null)
    time.now += 60
    await tab.until(({ access }) => access === 'locked')
  }, 30_000)

  it('X10 takes a vault over that another tab has reset, and an odd setting for the usual one', async () => {
    const { openTab, enter, database } = await workspace()
    await saveSetting(database, 'vault.idle-minutes', -3)
    const [here, there] = [openTab(), openTab()]
    expect((await here.until(() => true)).idleMinutes).toBe(15)
    await enter(here, { token: SECRET })
    await there.driver.vault.setPassphrase(PASSPHRASE, null)
    await there.driver.vault.lock()
    await here.until(({ access }) => access === 'locked')
    expect(await there.driver.vault.reset()).toMatchObject({ ok: true })
    await here.until(({ protection, access }) => protection === 'device' && access === 'unlocked')
    expect(await here.send()).toMatchObject({ error: { code: 'credential-missing' } })
    await enter(here, { token: SECRET })
    expect(await there.send()).toMatchObject({ ok: true })
  }, 30_000)
})
