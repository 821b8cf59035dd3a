import { err, problem, type Problem, type Result } from '#base'
import type { VaultLockService, VaultStatus } from '../vault/lock/create-vault-lock.ts'
import type { VaultLink } from './create-vault-link.ts'

/** The vault's lock as the page sees it. Every answer may also be the problem `vault-unavailable`. */
export interface VaultControls extends Pick<
  VaultLockService,
  'unlock' | 'lock' | 'setPassphrase' | 'removePassphrase' | 'setIdleMinutes'
> {
  /** Calls back with how the vault stands, now and after every change. */
  readonly watch: (onStatus: (status: VaultStatus) => void) => () => void
  readonly reset: () => Promise<Result<void, Problem>>
}

const unavailable = () => err(problem('vault-unavailable'))

export function vaultControls({ ask, watch }: VaultLink): VaultControls {
  return {
    watch,
    unlock: (passphrase) => ask((service) => service.unlock(passphrase), unavailable),
    lock: () =>
      ask(
        (service) => service.lock(),
        () => undefined,
      ),
    setPassphrase: (next, present) => ask((service) => service.setPassphrase(next, present), unavailable),
    removePassphrase: (present) => ask((service) => service.removePassphrase(present), unavailable),
    reset: () => ask((service) => service.resetVault(), unavailable),
    setIdleMinutes: (minutes) => ask((service) => service.setIdleMinutes(minutes), unavailable),
  }
}
