import type { Failure } from '#domain'
import { sendFailure } from '../../send/send-failure.ts'
import type { VaultContext } from '../vault-context.ts'

/**
 * Why nothing can be sealed now: `vault-locked`, `vault-damaged`, `database-too-new`; null when it can. Asked before a
 * code or a refresh token is spent: tokens that cannot be kept are lost.
 */
export function vaultFailure({ vault, database }: Pick<VaultContext, 'vault' | 'database'>): Failure | null {
  const { access } = vault.state()
  if (access !== 'unlocked') return sendFailure(`vault-${access}`)
  return database.readOnly ? sendFailure('database-too-new') : null
}
