import { err, ok, problem, type Problem, type Result } from '#base'
import { readSetting, saveSetting, storageProblem, type Database } from '#storage'
import type { Vault, VaultState } from '#vault'
import type { LimitTimers } from '../../send/limit-gate.ts'
import type { OpenSecrets } from '../open-secrets.ts'
import type { IdleLock } from './create-idle-lock.ts'
import type { TabMessage, VaultTabs } from './vault-tabs.ts'

/** What the page is told of the vault. */
export interface VaultStatus extends Pick<VaultState, 'protection'> {
  /** `unavailable`: the worker could not be started; only the page says so. */
  readonly access: VaultState['access'] | 'unavailable'
  /** After how many idle minutes it locks; null: never. */
  readonly idleMinutes: number | null
}

/** What the page may ask of the vault's lock. Passphrases go in and are not kept. */
export interface VaultLockService {
  /** Posts a `VaultStatus` now and after every change. */
  readonly watchVault: (page: MessagePort) => void
  /** Unlocks this tab; others are unlocked on their own. Problems as `Vault.unlock`. */
  readonly unlock: (passphrase: string) => Promise<Result<void, Problem>>
  /** Locks every tab. */
  readonly lock: () => Promise<void>
  readonly setPassphrase: (next: string, present: string | null) => Promise<Result<void, Problem>>
  readonly removePassphrase: (present: string) => Promise<Result<void, Problem>>
  /** Deletes every credential and begins a new vault. */
  readonly resetVault: () => Promise<Result<void, Problem>>
  readonly setIdleMinutes: (minutes: number | null) => Promise<Result<void, Problem>>
  /** Somebody did something in this tab. */
  readonly touch: () => void
}

export interface VaultLockParts {
  readonly database: Database
  readonly vault: Vault
  readonly secrets: Pick<OpenSecrets, 'forget'>
  readonly idle: IdleLock
  readonly tabs: VaultTabs
  readonly now: LimitTimers['now']
}

/** The setting: minutes as a number, which may have a fraction, or null for never. */
const IDLE_SETTING = 'vault.idle-minutes'
const DEFAULT_MINUTES = 15
/** How often at most other tabs are told of activity, in milliseconds. */
const TELL_MS = 5000

async function idleMinutesIn(database: Database): Promise<number | null> {
  const stored = await readSetting(database, IDLE_SETTING)
  if (stored === null) return null
  return typeof stored === 'number' && Number.isFinite(stored) && stored > 0 ? stored : DEFAULT_MINUTES
}

/** Locks when told to and when nobody does anything, in all tabs; tells the page how it stands. */
export async function createVaultLock(parts: VaultLockParts): Promise<VaultLockService> {
  const { database, vault, secrets, idle, tabs, now } = parts
  const pages = new Set<MessagePort>()
  let idleMinutes = await idleMinutesIn(database)
  let toldAt = Number.NEGATIVE_INFINITY

  const tellPages = () => {
    for (const page of pages) page.postMessage({ ...vault.state(), idleMinutes } satisfies VaultStatus)
  }
  const settle = ({ protection, access }: VaultState) => {
    // With the key goes everything that was opened with it.
    if (access !== 'unlocked') secrets.forget()
    if (access === 'unlocked' && protection === 'passphrase') idle.start()
    else idle.stop()
    tellPages()
  }
  const readAgain = async () => {
    await vault.refresh()
    idleMinutes = await idleMinutesIn(database)
    idle.setMinutes(idleMinutes)
    tellPages()
  }
  const hear = async (message: TabMessage) => {
    if (message === 'activity') idle.touch()
    else if (message === 'lock') await vault.lock()
    else await readAgain()
  }
  /** Changes what is stored, and lets the other tabs look at it. */
  const change = async (write: () => Promise<Result<void, Problem>>): Promise<Result<void, Problem>> => {
    if (database.readOnly) return err(problem('database-too-new'))
    try {
      const written = await write()
      if (written.ok) tabs.post('changed')
      return written
    } catch (error) {
      return err(storageProblem(error))
    }
  }

  idle.setMinutes(idleMinutes)
  vault.watch(settle)
  settle(vault.state())
  // A database that was closed can be locked, but not read: the key is gone by then.
  tabs.listen((message) => void hear(message).catch(() => undefined))

  return {
    watchVault: (page) => {
      pages.add(page)
      page.postMessage({ ...vault.state(), idleMinutes } satisfies VaultStatus)
    },
    unlock: async (passphrase) => {
      try {
        return await vault.unlock(passphrase)
      } catch (error) {
        return err(storageProblem(error))
      }
    },
    lock: async () => {
      tabs.post('lock')
      await vault.lock().catch(() => undefined)
    },
    setPassphrase: (next, present) => change(() => vault.setPassphrase(next, present)),
    removePassphrase: (present) => change(() => vault.removePassphrase(present)),
    resetVault: () =>
      change(async () => {
        await vault.reset()
        return ok(undefined)
      }),
    setIdleMinutes: (minutes) =>
      change(async () => {
        const saved = await saveSetting(database, IDLE_SETTING, minutes)
        if (saved.ok) await readAgain()
        return saved
      }),
    touch: () => {
      idle.touch()
      // Often enough also for a short wait, and no more often than anybody needs.
      const every = Math.min(TELL_MS, ((idleMinutes ?? DEFAULT_MINUTES) * 60_000) / 4)
      if (now() - toldAt < every) return
      toldAt = now()
      tabs.post('activity')
    },
  }
}
