import { signWebhook, verifyWebhook, type AuthRequest } from '#auth'
import { createId, err, ok, type Result } from '#base'
import { verifiesWebhooks, type ConnectionRef, type Failure, type ReceivedWebhook } from '#domain'
import { failureOfProblem, sendFailure } from '../send/send-failure.ts'
import { accessOf, type ConnectionAccess } from './connection-access.ts'
import { noteCheck } from './note-outcome.ts'
import type { VaultContext } from './vault-context.ts'

const bytesOf = (text: string) => new TextEncoder().encode(text)

/** What a sender signs with, of a connection that verifies. */
async function senderOf(context: VaultContext, ref: ConnectionRef): Promise<Result<ConnectionAccess, Failure>> {
  const access = await accessOf(context, ref)
  if (!access.ok) return access
  const { connection, method } = access.value
  return verifiesWebhooks(method) ? access : err(sendFailure('webhook-connection', { connection: connection.name }))
}

/** The database is closed or broken. Whatever it is, whoever waits must be told. */
async function orUnavailable<T>(ask: () => Promise<Result<T, Failure>>): Promise<Result<T, Failure>> {
  try {
    return await ask()
  } catch {
    return err(sendFailure('vault-unavailable', {}, true))
  }
}

/**
 * Verifies a webhook with a connection's test credentials. Failures: those of `accessOf` and `verifyWebhook`, and
 * `webhook-connection` {connection} where it cannot verify. Does not reject.
 */
export function verifyReceived(
  context: VaultContext,
  { headers, rawBody }: ReceivedWebhook,
  ref: ConnectionRef,
): Promise<Result<null, Failure>> {
  return orUnavailable(async () => {
    const sender = await senderOf(context, ref)
    if (!sender.ok) return sender
    const { method, values, credential } = sender.value
    const verified = await verifyWebhook(method.settings, values, { headers, body: bytesOf(rawBody) }, context)
    if (!verified.ok) return err(failureOfProblem(verified.error))
    // Only what fits says something about the secret: whatever does not may come from anybody.
    if (credential) void noteCheck(context, credential, { outcome: 'ok', status: null })
    return ok(null)
  })
}

/**
 * The header lines with which the sender would have signed a raw body now, for a test payload. Failures: those of
 * `accessOf` and `signWebhook`, and `webhook-connection`. Does not reject.
 */
export function signReceived(
  context: VaultContext,
  rawBody: string,
  ref: ConnectionRef,
): Promise<Result<AuthRequest['headers'], Failure>> {
  return orUnavailable(async () => {
    const sender = await senderOf(context, ref)
    if (!sender.ok) return sender
    const { method, values } = sender.value
    const signing = { clock: context.clock, nonce: () => createId('msg') }
    const signed = await signWebhook(method.settings, values, bytesOf(rawBody), signing)
    return signed.ok ? signed : err(failureOfProblem(signed.error))
  })
}
