import { err, ok, problem, type Problem, type Result } from '#base'
import type { SignContext } from './auth-type.ts'
import type { HmacSecrets } from './hmac.ts'
import type { WebhookScheme } from './webhook-scheme.ts'
import { webhookSetupOf } from './webhook-setup.ts'
import { isSameSignature, webhookSignature, type SignedFacts } from './webhook-signature.ts'

/** A webhook as it came. */
export interface WebhookDelivery {
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** Raw: a body that was parsed and written again is another body. */
  readonly body: Uint8Array<ArrayBuffer>
}

const refuse = (code: string, params: Problem['params'] = {}) => err(problem(code, params))

/** The one value of a header. Problems `webhook-header-missing` and `webhook-header-repeated` {header}. */
function headerOf({ headers }: WebhookDelivery, name: string): Result<string, Problem> {
  const [value, ...more] = headers.filter(([other]) => other.toLowerCase() === name).map(([, text]) => text.trim())
  if (value === undefined || value === '') return refuse('webhook-header-missing', { header: name })
  return more.length > 0 ? refuse('webhook-header-repeated', { header: name }) : ok(value)
}

/** The parts of the signature's header. */
const partsOf = (value: string, { separator }: WebhookScheme): readonly string[] =>
  separator === '' ? [value] : value.split(separator).map((part) => part.trim())

/** What the sender says of when it sent; null where the scheme has no timestamp. */
function timestampOf(
  delivery: WebhookDelivery,
  { timestamp, header }: WebhookScheme,
  parts: readonly string[],
): Result<string | null, Problem> {
  if (timestamp === null) return ok(null)
  if ('header' in timestamp) return headerOf(delivery, timestamp.header)
  const part = parts.find((candidate) => candidate.startsWith(timestamp.part))
  return part === undefined ? refuse('webhook-timestamp-missing', { header }) : ok(part.slice(timestamp.part.length))
}

/** Whether a timestamp, in seconds since the epoch, is near enough: an old delivery may be a copy that somebody kept. */
function ageProblem(timestamp: string, tolerance: number, now: number): Problem | undefined {
  if (!/^\d{1,12}$/.test(timestamp)) return problem('webhook-timestamp-invalid')
  const seconds = Math.floor(now / 1000) - Number(timestamp)
  if (seconds > tolerance) return problem('webhook-too-old', { seconds, tolerance })
  return -seconds > tolerance ? problem('webhook-too-new', { seconds: -seconds, tolerance }) : undefined
}

async function isSigned(
  scheme: WebhookScheme,
  { webhookSecret, previousSecret }: HmacSecrets,
  facts: SignedFacts,
  given: readonly string[],
): Promise<Result<boolean, Problem>> {
  let found = false
  for (const [field, secret] of [
    ['webhookSecret', webhookSecret],
    ['previousSecret', previousSecret],
  ] as const) {
    if (secret === '') continue
    const expected = await webhookSignature(scheme, secret, facts, field)
    if (!expected.ok) return expected
    // All are compared, so that the time taken does not say which one it was.
    for (const signature of given) found = isSameSignature(expected.value, signature, scheme) || found
  }
  return ok(found)
}

/**
 * Verifies that a webhook comes from who knows the secret: over the raw body, in constant time, within the tolerance of its
 * timestamp, by any of several signatures, with the previous secret too while secrets are rotated. Problems:
 * `webhook-header-missing` and `webhook-header-repeated` {header}, `webhook-signature-malformed` {header},
 * `webhook-timestamp-missing` {header}, `webhook-timestamp-invalid`, `webhook-too-old` and `webhook-too-new` {seconds,
 * tolerance}, `webhook-signature-mismatch` {header}, `auth-settings-invalid`, `auth-value-missing`, `auth-value-invalid`.
 */
export async function verifyWebhook(
  given: unknown,
  values: unknown,
  delivery: WebhookDelivery,
  { clock }: Pick<SignContext, 'clock'>,
): Promise<Result<void, Problem>> {
  const setup = webhookSetupOf(given, values)
  if (!setup.ok) return setup
  const { scheme, secrets, tolerance } = setup.value
  const header = headerOf(delivery, scheme.header)
  if (!header.ok) return header
  const parts = partsOf(header.value, scheme)
  const timestamp = timestampOf(delivery, scheme, parts)
  if (!timestamp.ok) return timestamp
  const id = scheme.idHeader === null ? ok('') : headerOf(delivery, scheme.idHeader)
  if (!id.ok) return id
  const signatures = parts
    .filter((part) => part.startsWith(scheme.prefix))
    .map((part) => part.slice(scheme.prefix.length))
  if (signatures.length === 0) return refuse('webhook-signature-malformed', { header: scheme.header })
  const wrongAge = timestamp.value !== null && ageProblem(timestamp.value, tolerance, clock())
  if (wrongAge) return err(wrongAge)
  const facts = { timestamp: timestamp.value ?? '', id: id.value, body: delivery.body }
  const signed = await isSigned(scheme, secrets, facts, signatures)
  if (!signed.ok) return signed
  return signed.value ? ok(undefined) : refuse('webhook-signature-mismatch', { header: scheme.header })
}
