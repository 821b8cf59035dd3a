import { ok, type Problem, type Result } from '#base'
import type { AuthRequest } from './auth-request.ts'
import type { SignContext } from './auth-type.ts'
import { webhookSetupOf } from './webhook-setup.ts'
import { webhookSignature } from './webhook-signature.ts'

/**
 * The header lines with which the sender would have signed a body now, for test deliveries. Problems:
 * `auth-settings-invalid`, `auth-value-missing`, `auth-value-invalid` {field}.
 */
export async function signWebhook(
  given: unknown,
  values: unknown,
  body: Uint8Array<ArrayBuffer>,
  { clock, nonce }: SignContext,
): Promise<Result<AuthRequest['headers'], Problem>> {
  const setup = webhookSetupOf(given, values)
  if (!setup.ok) return setup
  const { scheme, secrets } = setup.value
  const timestamp = String(Math.floor(clock() / 1000))
  const id = nonce()
  const signature = await webhookSignature(scheme, secrets.webhookSecret, { timestamp, id, body })
  if (!signature.ok) return signature
  const own = `${scheme.prefix}${signature.value}`
  const isPart = scheme.timestamp !== null && 'part' in scheme.timestamp
  return ok([
    ...(scheme.idHeader === null ? [] : [[scheme.idHeader, id] as const]),
    ...(scheme.timestamp !== null && 'header' in scheme.timestamp
      ? [[scheme.timestamp.header, timestamp] as const]
      : []),
    [scheme.header, isPart ? `${scheme.timestamp.part}${timestamp}${scheme.separator}${own}` : own],
  ])
}
