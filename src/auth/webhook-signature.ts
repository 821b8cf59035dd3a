import {
  err,
  fromBase64Url,
  ok,
  problem,
  toBase64,
  toBase64Url,
  type Problem,
  type Result,
  fromHex,
  toHex,
} from '#base'
import { hmacOf } from './hash.ts'
import { joinedBytes } from './joined-bytes.ts'
import { utf8Of } from './secret-bytes.ts'
import type { WebhookScheme } from './webhook-scheme.ts'

type Bytes = Uint8Array<ArrayBuffer>

/** What is signed beside the body. */
export interface SignedFacts {
  readonly timestamp: string
  readonly id: string
  /** As it came over the wire. */
  readonly body: Bytes
}

const encoder = new TextEncoder()
const HEX = /^([0-9a-fA-F]{2})+$/

/** The key a secret stands for; one of no bytes would be everybody's. Problem `auth-value-invalid` {field}. */
function keyOf(secret: string, as: WebhookScheme['secret'], field: string): Result<Bytes, Problem> {
  if (as === 'text') return utf8Of(secret, field)
  const invalid = err(problem('auth-value-invalid', { field }))
  if (as === 'hex') return HEX.test(secret) ? ok(fromHex(secret)) : invalid
  try {
    const key = fromBase64Url(as === 'whsec' ? secret.replace(/^whsec_/, '') : secret)
    return key.length > 0 ? ok(key) : invalid
  } catch {
    return invalid
  }
}

const PLACE = /\$\{(timestamp|id|body)\}/

/** The content with its places filled, in one pass: an id that looks like a place stays what it is. The body need not be text. */
function contentOf(template: string, facts: SignedFacts): Bytes {
  const pieces = template.split(PLACE).map((piece, index) => {
    if (index % 2 === 0) return encoder.encode(piece)
    if (piece === 'body') return facts.body
    return encoder.encode(piece === 'id' ? facts.id : facts.timestamp)
  })
  return joinedBytes(pieces)
}

function textOf(bytes: Bytes, encoding: WebhookScheme['encoding']): string {
  if (encoding === 'hex') return toHex(bytes)
  return encoding === 'base64' ? toBase64(bytes) : toBase64Url(bytes)
}

/** The signature of a delivery, without its prefix. */
export async function webhookSignature(
  scheme: WebhookScheme,
  secret: string,
  facts: SignedFacts,
  field = 'webhookSecret',
): Promise<Result<string, Problem>> {
  const key = keyOf(secret, scheme.secret, field)
  if (!key.ok) return key
  return ok(textOf(await hmacOf(scheme.hash, key.value, contentOf(scheme.content, facts)), scheme.encoding))
}

/** Whether two signatures are the same; the time it takes tells nothing of where they differ. */
export function isSameSignature(expected: string, given: string, { encoding }: WebhookScheme): boolean {
  const other = encoding === 'hex' ? given.toLowerCase() : encoding === 'base64url' ? given.replace(/=+$/, '') : given
  if (other.length !== expected.length) return false
  let difference = 0
  for (let at = 0; at < expected.length; at += 1) difference |= expected.charCodeAt(at) ^ other.charCodeAt(at)
  return difference === 0
}
