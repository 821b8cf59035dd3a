import type { Failure } from '#domain'
import { sendFailure } from '../../send/send-failure.ts'
import type { VaultContext } from '../vault-context.ts'

/**
 * Why nothing can be sealed now: `vault-locked`, `vault-damaged`; null when it can. Asked before a code is spent: tokens
 * that cannot be kept are lost.
 */
export function vaultFailure({ vault }: Pick<VaultContext, 'vault'>): Failure | null {
  const { access } = vault.state()
  return access === 'unlocked' ? null : sendFailure(`vault-${access}`)
}
