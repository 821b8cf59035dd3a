import { err, ok, type Result } from '#base'
import type { ConnectionId, Consent, Failure } from '#domain'
import { sendFailure } from '../../send/send-failure.ts'
import { accessOf } from '../connection-access.ts'
import type { VaultContext } from '../vault-context.ts'
import { keepTokens, type KeptTokens } from './keep-tokens.ts'
import { withTokenLock } from './token-lock.ts'

/** Seals what a consent gave in the place of what an earlier one gave: a refresh token of that one must not stay. */
export async function keepConsent(
  context: VaultContext,
  id: ConnectionId,
  tokens: Omit<KeptTokens, 'keepOthers'>,
): Promise<Result<Consent, Failure>> {
  return withTokenLock(context, id, async () => {
    const connection = await context.database.connections.get(id)
    if (!connection) return err(sendFailure('connection-not-found', { connection: id }))
    const kept = await keepTokens(context, connection, { ...tokens, keepOthers: false })
    if (!kept.ok) return kept
    // Reading it makes the tokens known to the redactor, before any request has used them.
    await accessOf(context, { connection: connection.stableKey })
    return ok({ expiresAt: tokens.expiresAt, isRenewable: tokens.fields['refreshToken'] !== undefined })
  })
}
