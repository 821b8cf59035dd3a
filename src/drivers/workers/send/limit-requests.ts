import { err, type Result } from '#base'
import type { ConnectionLimits, Failure, StepRequest, StepResponse } from '#domain'
import { createLimitGate, type LimitGate, type LimitTimers, type OnWait } from './limit-gate.ts'
import { maySendAgain, retryAfterOf } from './retry-after.ts'
import { sendFailure } from './send-failure.ts'

/** How often a request is sent again because the API asked for it, and how long it waits for that in all. */
const MOST_RESENDS = 3
const LONGEST_WAIT_MS = 60_000
/** How long one is kept away at a time that somebody looks at. */
const SHORTEST_PATIENCE_MS = 10_000

/** A request with a connection, before it is signed: what is sent again is signed again. */
export interface LimitedRequest {
  /** The connection's stable key. */
  readonly key: string
  readonly limits: ConnectionLimits
  readonly request: StepRequest
  readonly signal: AbortSignal
  readonly onWait: OnWait
  /** The wait is over and the request is on its way. */
  readonly onGo: () => void
  /** Whether an answer that says "later" is waited for; else it is given at once, and a wait for others' is short. */
  readonly isPatient: boolean
}

/** Sends requests of connections no faster than their limits and their APIs allow. */
export interface RequestLimiter {
  readonly send: (
    limited: LimitedRequest,
    send: (request: StepRequest) => Promise<Result<StepResponse, Failure>>,
  ) => Promise<Result<StepResponse, Failure>>
}

export interface RequestLimiterOptions {
  readonly timers: LimitTimers
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

/** The step's own timeout, or the connection's when that is shorter. Waiting for a turn does not count. */
function withTimeout(request: StepRequest, { timeoutSeconds }: ConnectionLimits): StepRequest {
  if (timeoutSeconds === null || timeoutSeconds * 1000 >= request.timeoutMs) return request
  return { ...request, timeoutMs: Math.round(timeoutSeconds * 1000) }
}

/** The API keeps everybody away, for longer than a request waits: `asked-to-wait` {status, retryAfter}, in seconds. */
function askedToWait(gate: LimitGate): Failure {
  const { milliseconds, status } = gate.paused() ?? { milliseconds: 0, status: 429 }
  return sendFailure('asked-to-wait', { status, retryAfter: Math.ceil(milliseconds / 1000) }, true)
}

/** Limits hold for this worker: another tab counts for itself. */
export function createRequestLimiter({ timers, clock }: RequestLimiterOptions): RequestLimiter {
  const gates = new Map<string, LimitGate>()
  const gateOf = (key: string): LimitGate => {
    const gate = gates.get(key) ?? createLimitGate(timers)
    gates.set(key, gate)
    return gate
  }

  return {
    send: async ({ key, limits, request, signal, onWait, onGo, isPatient }, send) => {
      const gate = gateOf(key)
      const capped = withTimeout(request, limits)
      const longestPauseMs = isPatient ? LONGEST_WAIT_MS : SHORTEST_PATIENCE_MS
      let waited = 0
      let answered: Result<StepResponse, Failure> | undefined
      for (let resends = 0; ; resends += 1) {
        const before = timers.now()
        const isIn = await gate.enter({ limits, signal, onWait, isFirst: resends > 0, longestPauseMs })
        if (!isIn) return signal.aborted ? err(sendFailure('cancelled')) : (answered ?? err(askedToWait(gate)))
        if (resends > 0) waited += timers.now() - before
        onGo()
        let result: Result<StepResponse, Failure>
        let asked: number | null = null
        try {
          result = await send(capped)
          asked = result.ok ? retryAfterOf(result.value, clock()) : null
          // Whatever becomes of this request the connection keeps away, and does so before the next one is let in.
          if (result.ok && asked !== null) gate.pause(asked, result.value.status)
        } finally {
          gate.leave()
        }
        if (!result.ok || asked === null) return result
        const isOver = !isPatient || resends === MOST_RESENDS || waited + asked > LONGEST_WAIT_MS
        if (isOver || !maySendAgain(request.method, result.value.status)) return result
        answered = result
      }
    },
  }
}
