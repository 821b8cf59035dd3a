import { isJsonObject, sameJson, type Json } from '#base'
import type { ReceivedWebhook } from './exchange.ts'

const linesOf = (name: string, value: Json): ReceivedWebhook['headers'] => {
  const values: readonly Json[] = Array.isArray(value) ? value : [value]
  return values.flatMap((one) => (typeof one === 'string' || typeof one === 'number' ? [[name, String(one)]] : []))
}

/**
 * The webhook in what a webhook trigger gives: `headers`, in which a list stands for a header that came several times, and
 * `rawBody`. Null where it holds no text of a raw body, over which alone a signature says anything.
 */
export function receivedWebhook(payload: Json): ReceivedWebhook | null {
  if (!isJsonObject(payload)) return null
  const { headers, rawBody } = payload
  if (typeof rawBody !== 'string') return null
  const lines = isJsonObject(headers ?? null) ? Object.entries(headers as { readonly [key: string]: Json }) : []
  return { headers: lines.flatMap(([name, value]) => linesOf(name, value)), rawBody }
}

function parsed(text: string): Json | undefined {
  try {
    return JSON.parse(text) as Json
  } catch {
    return undefined
  }
}

/** Whether the `body` that steps see is what stands in `rawBody`; a form, which is neither text nor JSON, is not compared. */
export function isBodyOfWebhook(payload: Json, { rawBody }: ReceivedWebhook): boolean {
  const body = isJsonObject(payload) ? payload['body'] : undefined
  if (body === undefined || body === rawBody) return true
  const json = parsed(rawBody)
  return json === undefined ? typeof body !== 'string' : sameJson(json, body)
}
