import type { AuthRequest } from '#auth'
import { isJsonObject, type Json, type Result } from '#base'
import type { Failure, ResponseBody, StepResponse } from '#domain'

/** The endpoint gave no answer. */
export class EndpointUnreached extends Error {
  readonly failure: Failure
  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** What the OAuth library asks of `fetch`. */
export interface OAuthFetchOptions {
  readonly method: string
  readonly headers: Record<string, string>
  readonly body?: URLSearchParams | undefined
}

/** An answer as an object: JSON, or form-encoded as some providers have it whatever is asked for. */
function answerOf(body: ResponseBody): Readonly<Record<string, Json>> | null {
  if (body.kind === 'json') return isJsonObject(body.value) ? body.value : null
  if (body.kind !== 'text') return null
  try {
    const value: Json = JSON.parse(body.text) as Json
    return isJsonObject(value) ? value : null
  } catch {
    const pairs = Object.fromEntries(new URLSearchParams(body.text.trim()))
    return 'access_token' in pairs || 'error' in pairs ? pairs : null
  }
}

/** Types of tokens that are worth nothing without a key of the client's (RFC 9449, RFC 6749 section 7.1). */
const WITH_KEY = new Set(['dpop', 'mac'])

/** What a token is used as: whatever else a provider calls its type, `bot` for one, is presented like a bearer's. */
function typeOf(said: Json | undefined): string {
  return typeof said === 'string' && WITH_KEY.has(said.toLowerCase()) ? said : 'bearer'
}

/**
 * What real providers answer, as the specification has it (RFC 6749 section 5, RFC 8628 section 3.2): an error under
 * status 200 becomes one under 400, a token of no type or one of the provider's own is a bearer's, the name that drafts
 * had for the address to enter a code at is today's, empty values are none. The identity token is dropped: nobody here
 * reads it, so nobody vouches for it.
 */
function conform({ status, body }: StepResponse): { readonly status: number; readonly text: string } {
  const answer = answerOf(body)
  if (!answer) return { status: status === 200 ? 502 : status, text: '{}' }
  const { id_token: _, ...rest } = answer
  const filled = Object.entries(rest).filter(([, value]) => value !== null && value !== '')
  const fields: Record<string, Json> = Object.fromEntries(filled)
  const isError = typeof fields['error'] === 'string' && fields['access_token'] === undefined
  if (isError) return { status: status < 400 ? 400 : status, text: JSON.stringify(fields) }
  const { verification_url: draftName } = fields
  const named = {
    ...(draftName !== undefined && { verification_uri: draftName }),
    ...fields,
    ...(fields['access_token'] !== undefined && { token_type: typeOf(fields['token_type']) }),
  }
  return { status: status > 200 && status < 300 ? 200 : status, text: JSON.stringify(named) }
}

/** `fetch` for the OAuth library by way of `call`; rejects with `EndpointUnreached`. */
export function createOAuthFetch(call: (request: AuthRequest) => Promise<Result<StepResponse, Failure>>) {
  return async (url: string, { method, headers, body }: OAuthFetchOptions): Promise<Response> => {
    const called = await call({
      method,
      url,
      // Outside of browsers the library names itself, which a page could not.
      headers: Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'user-agent'),
      body: body ? new TextEncoder().encode(body.toString()) : null,
    })
    if (!called.ok) throw new EndpointUnreached(called.error)
    const { status, text } = conform(called.value)
    return new Response(text, { status, headers: { 'Content-Type': 'application/json' } })
  }
}
