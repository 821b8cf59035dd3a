import { err, ok, type Json, type Result } from '#base'
import type { Failure } from '#domain'
import { RELAY_LIMITS, ServerSession } from '#protocol'
import type * as z from 'zod'
import { sendFailure } from './send-failure.ts'

/** Calls the local server's endpoints with the session's token. */
export interface RelayClient {
  /** Whether there is a local server at all. */
  readonly isAvailable: boolean
  /**
   * Failures `relay-unavailable` {reason: none | unreachable | refused | bad-answer, code}, `request-too-large` {megabytes},
   * `request-unfit-for-relay` {characters, headers}: what it takes at most. An abort rejects.
   */
  readonly call: <T>(path: string, body: Json, answer: z.ZodType<T>, signal: AbortSignal) => Promise<Result<T, Failure>>
}

export interface RelayClientOptions {
  readonly origin: string
  readonly fetch: typeof globalThis.fetch
  /** What the page was told at load; null where the application is served without a local server. */
  readonly session: ServerSession | null
}

const unavailable = (reason: string, code = '') => sendFailure('relay-unavailable', { reason, code }, true)

const tooLarge = () => sendFailure('request-too-large', { megabytes: RELAY_LIMITS.bodyMegabytes })

/** What the server has against the request itself, as opposed to who sends it or when. */
function refusal(status: number, code: string): Failure {
  if (status === 413) return tooLarge()
  const { urlCharacters: characters, headerLines: headers } = RELAY_LIMITS
  if (code === 'bad-envelope') return sendFailure('request-unfit-for-relay', { characters, headers })
  return unavailable('refused', code || String(status))
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json()
  } catch {
    return undefined
  }
}

function codeOf(answer: unknown): string {
  return typeof answer === 'object' && answer !== null && 'code' in answer ? String(answer.code) : ''
}

/** A client that gets itself a new token when the server was restarted in between. */
export function createRelayClient({ origin, fetch, session }: RelayClientOptions): RelayClient {
  let token = session?.token

  const post = (path: string, body: string, signal: AbortSignal) =>
    fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'x-patchbay-token': token ?? '' },
      body,
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      signal,
    })

  const renew = async (signal: AbortSignal): Promise<boolean> => {
    const response = await fetch(`${origin}/session`, { credentials: 'omit', cache: 'no-store', signal })
    const fresh = ServerSession.safeParse(await jsonOf(response))
    if (!fresh.success) return false
    token = fresh.data.token
    return true
  }

  return {
    isAvailable: session !== null,
    call: async (path, body, answer, signal) => {
      if (token === undefined) return err(unavailable('none'))
      const text = JSON.stringify(body)
      // Turned away in the middle of an upload a page sees no answer at all.
      if (text.length > RELAY_LIMITS.envelopeBytes) return err(tooLarge())
      try {
        let response = await post(path, text, signal)
        let content = await jsonOf(response)
        if (response.status === 403 && codeOf(content) === 'bad-token' && (await renew(signal))) {
          response = await post(path, text, signal)
          content = await jsonOf(response)
        }
        if (!response.ok) return err(refusal(response.status, codeOf(content)))
        const parsed = answer.safeParse(content)
        return parsed.success ? ok(parsed.data) : err(unavailable('bad-answer'))
      } catch (error) {
        if (signal.aborted) throw error
        return err(unavailable('unreachable'))
      }
    },
  }
}
