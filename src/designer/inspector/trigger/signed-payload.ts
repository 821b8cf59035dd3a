import { isJsonObject, type Json } from '#base'
import { isBodyOfWebhook, receivedWebhook, type ReceivedWebhook } from '#domain'

/** What of a test payload is signed: its `rawBody`, or its `body` as it would be sent. Null where it has neither. */
export function rawBodyOf(payload: Json): string | null {
  if (!isJsonObject(payload)) return null
  const { rawBody, body } = payload
  if (typeof rawBody === 'string') return rawBody
  if (body === undefined) return null
  return typeof body === 'string' ? body : JSON.stringify(body)
}

/**
 * Whether a test payload says two things: the `body` that steps read, and another one in the `rawBody` that is signed. Such
 * a delivery is refused (`webhook-body-differs`).
 */
export function isTornApart(payload: Json): boolean {
  const webhook = receivedWebhook(payload)
  return webhook !== null && !isBodyOfWebhook(payload, webhook)
}

/** The payload with its `body`, as it would be sent, in place of its `rawBody`. */
export function withBodyAsRaw(payload: Json): Json {
  if (!isJsonObject(payload)) return payload
  const { rawBody: _, ...rest } = payload
  const rawBody = rawBodyOf(rest)
  return rawBody === null ? payload : { ...payload, rawBody }
}

/** The payload with the lines of a signature among its headers; lines of the same name, in any case, give way. */
export function withSignature(payload: Json, rawBody: string, lines: ReceivedWebhook['headers']): Json {
  if (!isJsonObject(payload)) return payload
  const { headers = null } = payload
  const names = new Set(lines.map(([name]) => name.toLowerCase()))
  const others = isJsonObject(headers) ? Object.entries(headers).filter(([name]) => !names.has(name.toLowerCase())) : []
  return { ...payload, headers: Object.fromEntries([...others, ...lines]), rawBody }
}
