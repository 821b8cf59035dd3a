import type { ServerSession } from '#protocol'
import { createDemoApi } from '#demo'
import type { Database } from '#storage'
import { createVault, type Vault } from '#vault'
import type { Transports } from '../send/choose-transport.ts'
import { createDirectTransport } from '../send/direct-transport.ts'
import type { LimitTimers } from '../send/limit-gate.ts'
import { createRequestLimiter, type RequestLimiter } from '../send/limit-requests.ts'
import { createRelayClient, type RelayClient } from '../send/relay-client.ts'
import { createRelayTransport } from '../send/relay-transport.ts'
import { createSimulatedTransport } from '../send/simulated-transport.ts'
import { createIdleLock } from './lock/create-idle-lock.ts'
import { createVaultLock, type VaultLockService } from './lock/create-vault-lock.ts'
import type { VaultTabs } from './lock/vault-tabs.ts'
import { createRefusedGrants, type RefusedGrants } from './oauth/refused-grants.ts'
import { createOpenSecrets, type OpenSecrets } from './open-secrets.ts'
import { storedVault } from './stored-vault.ts'

/** What the vault worker lives on; a test gives its own. */
export interface VaultSurroundings {
  readonly database: Database
  readonly fetch: typeof globalThis.fetch
  /** The origin of the page. */
  readonly origin: string
  /** The local server's session; null where there is none. */
  readonly session: ServerSession | null
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** How requests wait for their turn; left out: as long as it takes. */
  readonly timers?: LimitTimers
  /** The vault workers of other tabs; left out: there are none. */
  readonly tabs?: VaultTabs
}

const NO_TABS: VaultTabs = { post: () => undefined, listen: () => undefined }

/** What the parts of the vault worker share. */
export interface VaultContext {
  readonly database: Database
  readonly vault: Vault
  readonly lock: VaultLockService
  readonly secrets: OpenSecrets
  readonly relay: RelayClient
  readonly transports: Transports
  readonly limiter: RequestLimiter
  readonly refused: RefusedGrants
  readonly origin: string
  readonly clock: () => number
}

const REAL_TIMERS: LimitTimers = {
  now: () => performance.now(),
  setTimer: (run, milliseconds) => {
    const timer = setTimeout(run, milliseconds)
    return () => clearTimeout(timer)
  },
}

/** Opens the vault on this database and makes the ways out. */
export async function createVaultContext(surroundings: VaultSurroundings): Promise<VaultContext> {
  const { database, fetch, origin, session, clock, timers = REAL_TIMERS, tabs = NO_TABS } = surroundings
  const idle = createIdleLock({ clock, setTimer: timers.setTimer, onIdle: () => void vault.lock() })
  const vault = await createVault({
    ...storedVault(database),
    clock,
    isIdle: idle.isOver,
    stopwatch: () => performance.now(),
  })
  const secrets = createOpenSecrets()
  const relay = createRelayClient({ origin, fetch, session })
  return {
    database,
    vault,
    lock: await createVaultLock({ database, vault, secrets, idle, tabs, now: timers.now }),
    secrets,
    relay,
    transports: {
      direct: createDirectTransport(fetch),
      relay: createRelayTransport(relay),
      simulated: createSimulatedTransport(createDemoApi({ now: clock })),
      hasLocalServer: relay.isAvailable,
      pageOrigin: origin,
    },
    limiter: createRequestLimiter({ timers, clock }),
    refused: createRefusedGrants(clock),
    origin,
    clock,
  }
}
