import { err, type Result } from '#base'
import type { ConnectionLimits, Failure, StepRequest, StepResponse } from '#domain'
import { createLimitGate, type LimitGate, type LimitTimers, type OnWait } from './limit-gate.ts'
import { maySendAgain, retryAfterOf } from './retry-after.ts'
import { sendFailure } from './send-failure.ts'

/** How often a request is sent again because the API asked for it, and how long it waits for that in all. */
const MOST_RESENDS = 3
const LONGEST_WAIT_MS = 60_000

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
  /** Whether an answer that says "later" is waited for; else it is given at once. */
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
      let waited = 0
      for (let resends = 0; ; resends += 1) {
        const before = timers.now()
        if (!(await gate.enter({ limits, signal, onWait, isFirst: resends > 0 }))) return err(sendFailure('cancelled'))
        if (resends > 0) waited += timers.now() - before
        onGo()
        let result: Result<StepResponse, Failure>
        let asked: number | null = null
        try {
          result = await send(capped)
          asked = result.ok ? retryAfterOf(result.value, clock()) : null
          // Whatever becomes of this request the connection keeps away, and does so before the next one is let in.
          if (result.ok && asked !== null) gate.pause(Math.min(asked, LONGEST_WAIT_MS), result.value.status)
        } finally {
          gate.leave()
        }
        if (!result.ok || asked === null) return result
        const isOver = !isPatient || resends === MOST_RESENDS || waited + asked > LONGEST_WAIT_MS
        if (isOver || !maySendAgain(request.method, result.value.status)) return result
      }
    },
  }
}
