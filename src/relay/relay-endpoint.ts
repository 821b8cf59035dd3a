import type { Json } from '#base'
import { RELAY_LIMITS } from '#protocol'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type * as z from 'zod'
import { callerSignal } from './caller-signal.ts'
import { readRequestBody } from './read-request-body.ts'
import { relayFailure } from './relay-failure.ts'
import { refuse, sendJson } from './send.ts'

const MAX_CALLS = 32

/** How many calls are under way, in all endpoints of one server together. */
export interface CallCount {
  current: number
}

/** Handles an envelope that has passed every gate. */
export type EnvelopeHandler<T> = (envelope: T, caller: AbortSignal) => Promise<Json>

/**
 * A `POST`-only JSON endpoint: 405, 415, 413, 400 with a code for what is not an envelope, else 200 with the handler's
 * envelope. Over the limit of calls at once it answers `busy` instead of queueing.
 */
export function relayEndpoint<T>(schema: z.ZodType<T>, handle: EnvelopeHandler<T>, calls: CallCount) {
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (request.method !== 'POST') return refuse(response, 405, 'method-not-allowed', { Allow: 'POST' })
    const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase()
    if (type !== 'application/json') return refuse(response, 415, 'json-expected')
    if (calls.current >= MAX_CALLS) return sendJson(response, 200, relayFailure('busy', { limit: MAX_CALLS }))
    calls.current += 1
    try {
      const text = await readRequestBody(request, RELAY_LIMITS.envelopeBytes)
      if (text === null) return refuse(response, 413, 'body-too-large', { Connection: 'close' })
      const envelope = parseEnvelope(schema, text)
      if (!envelope) return refuse(response, 400, 'bad-envelope')
      const answer = await handle(envelope.data, callerSignal(response))
      if (!response.destroyed) sendJson(response, 200, answer)
    } finally {
      calls.current -= 1
    }
  }
}

function parseEnvelope<T>(schema: z.ZodType<T>, text: string): { readonly data: T } | null {
  try {
    const parsed = schema.safeParse(JSON.parse(text))
    return parsed.success ? parsed : null
  } catch {
    return null
  }
}
