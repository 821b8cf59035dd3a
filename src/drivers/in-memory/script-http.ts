import { err, ok, type Json } from '#base'
import type { ConnectionRef, Failure, ResponseBody, Send, StepRequest, StepResponse } from '#domain'
import type { FakeClock } from './fake-clock.ts'

/** What a scripted server answers. */
export interface ScriptedAnswer {
  /** 200 unless said. */
  readonly status?: number
  readonly statusText?: string
  readonly headers?: Readonly<Record<string, string>>
  /** A JSON body; `body` says any other. */
  readonly json?: Json
  readonly body?: ResponseBody
  /** Milliseconds of the fake clock until it answers; `Infinity`: never, only an abort ends it. */
  readonly delayMs?: number
  /** No response came. */
  readonly failure?: Failure
}

/** One exchange of a script. */
export interface ScriptedExchange {
  /** Matched when given: the method, and the URL as the step sent it. */
  readonly method?: string
  readonly url?: string
  /** How often it answers; without it, for ever. */
  readonly times?: number
  readonly answer: ScriptedAnswer | ((request: StepRequest, connection: ConnectionRef | null) => ScriptedAnswer)
}

/** A request that came in. */
export interface SeenRequest {
  readonly request: StepRequest
  readonly connection: ConnectionRef | null
  readonly idempotencyKey: string
}

/** HTTP without a network: answers from a script, remembers what was asked. */
export interface ScriptedHttp {
  readonly send: (clock: FakeClock) => Send
  readonly seen: readonly SeenRequest[]
}

function responseOf(
  request: StepRequest,
  { status = 200, statusText = '', headers, json, body }: ScriptedAnswer,
): StepResponse {
  const value: ResponseBody = body ?? (json === undefined ? { kind: 'empty' } : { kind: 'json', value: json })
  return {
    status,
    statusText,
    headers: headers ?? (value.kind === 'json' ? { 'content-type': 'application/json' } : {}),
    body: value,
    bytes: json === undefined ? 0 : JSON.stringify(json).length,
    milliseconds: 0,
    transport: 'simulated',
    url: request.url,
  }
}

const noAnswer = (code: string, { method, url }: StepRequest): Failure => ({
  code,
  params: { method, url },
  retryable: false,
  at: {},
})

/** Waits for something or for the abort, whichever comes first; says whether it was the abort. */
const isAbortedDuring = (signal: AbortSignal, waiting: Promise<void>): Promise<boolean> =>
  new Promise((resolve) => {
    const abort = () => resolve(true)
    if (signal.aborted) abort()
    signal.addEventListener('abort', abort, { once: true })
    void waiting.then(() => {
      signal.removeEventListener('abort', abort)
      resolve(false)
    })
  })

/** A script: the first exchange that fits and is not used up answers. A request that nothing fits fails as `not-scripted`. */
export function scriptHttp(exchanges: readonly ScriptedExchange[]): ScriptedHttp {
  const seen: SeenRequest[] = []
  const used = new Map<ScriptedExchange, number>()
  const take = (request: StepRequest): ScriptedExchange | undefined => {
    const found = exchanges.find(
      (exchange) =>
        (exchange.method === undefined || exchange.method === request.method) &&
        (exchange.url === undefined || exchange.url === request.url) &&
        (used.get(exchange) ?? 0) < (exchange.times ?? Number.POSITIVE_INFINITY),
    )
    if (found) used.set(found, (used.get(found) ?? 0) + 1)
    return found
  }
  return {
    seen,
    send:
      (clock) =>
      async (request, connection, { idempotencyKey, signal }) => {
        seen.push({ request, connection, idempotencyKey })
        const exchange = take(request)
        if (!exchange) return err(noAnswer('not-scripted', request))
        const answer = typeof exchange.answer === 'function' ? exchange.answer(request, connection) : exchange.answer
        const { delayMs = 0 } = answer
        if (delayMs > 0) {
          const wait = delayMs === Number.POSITIVE_INFINITY ? new Promise<void>(() => undefined) : clock.wait(delayMs)
          if (await clock.aside(isAbortedDuring(signal, wait))) return err(noAnswer('aborted', request))
        }
        return answer.failure ? err(answer.failure) : ok(responseOf(request, answer))
      },
  }
}
