import type { AuthRequest } from '#auth'
import {
  retryAfterMs,
  type CheckFact,
  type CheckRequest,
  type CheckStage,
  type Connection,
  type Failure,
  type StepResponse,
} from '#domain'
import { createDeadline } from '../send/deadline.ts'
import { sendFailure } from '../send/send-failure.ts'
import { shownUrl } from '../send/transport.ts'
import { attachedBy } from './attached-by.ts'
import { fact, failed, fine } from './check-stage.ts'
import { explainBlocked } from './explain-blocked.ts'
import { sendStepRequest } from './send-step-request.ts'
import type { VaultContext } from './vault-context.ts'

/** Milliseconds for an answer, and for the turn before it: a connection may be waiting because its API asked it to. */
const TIMEOUT_MS = 15_000
const PATIENCE_MS = 20_000

/** The statuses that have a sentence of their own, the same as for a step that failed. */
const OWN_CODES = new Set([401, 403, 404, 429])

function failureOf({ status, url, headers, receivedAt }: StepResponse): Failure | null {
  if (status >= 200 && status < 300) return null
  const asked = retryAfterMs(headers, receivedAt)
  const params = { status, url, ...(asked !== null && { retryAfter: Math.ceil(asked / 1000) }) }
  if (OWN_CODES.has(status)) return sendFailure(`http-${status}`, params)
  return sendFailure(status >= 500 ? 'http-server-error' : 'http-status', { status })
}

/** The request's stage, and the status of the answer where one came. */
export interface RequestStage {
  readonly stage: CheckStage
  readonly status: number | null
}

interface Sent {
  readonly request: AuthRequest
  readonly facts: readonly CheckFact[]
}

/** Sends the check request with the connection's credentials; says what was attached to it, and what came of it. */
export async function checkRequest(
  context: VaultContext,
  { stableKey }: Connection,
  { method, path }: CheckRequest,
): Promise<RequestStage> {
  let sent: Sent | undefined
  const deadline = createDeadline(PATIENCE_MS, new AbortController().signal)
  const result = await sendStepRequest(
    context,
    {
      method,
      url: path,
      query: [],
      headers: [['Accept', 'application/json']],
      body: { kind: 'none' },
      timeoutMs: TIMEOUT_MS,
    },
    { connection: stableKey },
    deadline.signal,
    {
      isPatient: false,
      onSigned: (unsigned, signed) => {
        const asked = fact('asked', { method: signed.method, url: shownUrl(unsigned.url) })
        sent = { request: signed, facts: [asked, ...attachedBy(unsigned, signed)] }
      },
    },
  )
  deadline.end()
  const facts = sent?.facts ?? []
  if (!result.ok) {
    const host = sent ? new URL(sent.request.url).host : ''
    const failure =
      deadline.givenUp() === 'timeout' ? sendFailure('timeout', { host, seconds: PATIENCE_MS / 1000 }) : result.error
    const known = sent ? await explainBlocked(context, failure, sent.request) : failure
    return { stage: failed('request', known, facts), status: null }
  }
  const { status, milliseconds, transport } = result.value
  const answered = fact('answered', { status, milliseconds, transport })
  const failure = failureOf(result.value)
  const all = [answered, ...facts]
  return { stage: failure ? failed('request', failure, all) : fine('request', all), status }
}
