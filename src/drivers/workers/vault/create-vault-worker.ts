import { err, must, ok, type Problem, type Result } from '#base'
import type { ServerSession } from '#protocol'
import { openDatabase } from '#storage'
import { createVaultService, type VaultService } from './create-vault-service.ts'
import type { VaultTabs } from './lock/vault-tabs.ts'
import type { VaultSurroundings } from './vault-context.ts'

/** The vault worker as the page sees it: opened first, then used. */
export interface VaultWorkerService extends VaultService {
  readonly open: (databaseName: string, session: ServerSession | null) => Promise<Result<void, Problem>>
}

/** Serves the vault once its database is open. */
export function createVaultWorker(
  surroundings: Pick<VaultSurroundings, 'fetch' | 'origin' | 'clock' | 'timers'> & {
    /** Reaches the vault workers of other tabs; left out: there are none. */
    readonly openTabs?: (databaseName: string) => VaultTabs
  },
): VaultWorkerService {
  const { openTabs, ...others } = surroundings
  let opened: VaultService | undefined
  const service = () => must(opened, 'the vault is used before it is opened')
  return {
    open: async (databaseName, session) => {
      const database = await openDatabase(databaseName, { clock: surroundings.clock })
      if (!database.ok) return err(database.error)
      const tabs = openTabs?.(databaseName)
      opened = await createVaultService({ ...others, database: database.value, session, ...(tabs && { tabs }) })
      return ok(undefined)
    },
    saveCredential: (draft) => service().saveCredential(draft),
    deleteCredential: (owner, purpose) => service().deleteCredential(owner, purpose),
    openSession: (run, runner, page) => service().openSession(run, runner, page),
    endSession: (run) => service().endSession(run),
    send: (request, connection) => service().send(request, connection),
    signWebhook: (rawBody, connection) => service().signWebhook(rawBody, connection),
    check: (connection, declared) => service().check(connection, declared),
    beginConsent: (connection) => service().beginConsent(connection),
    consentOutcome: (id) => service().consentOutcome(id),
    cancelConsent: (id) => service().cancelConsent(id),
    watchVault: (page) => service().watchVault(page),
    unlock: (passphrase) => service().unlock(passphrase),
    lock: () => service().lock(),
    setPassphrase: (next, present) => service().setPassphrase(next, present),
    removePassphrase: (present) => service().removePassphrase(present),
    resetVault: () => service().resetVault(),
    setIdleMinutes: (minutes) => service().setIdleMinutes(minutes),
    touch: () => service().touch(),
    probe: (url, method, headerNames) => service().probe(url, method, headerNames),
  }
}
