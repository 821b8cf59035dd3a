import { createBuiltinCatalog } from '#connectors'
import { behaviourOf } from '#connectors/behaviours'
import type { Send, TraceEvent, Verify } from '#domain'
import { interpret, type Engine, type Installed, type RunOutcome, type RunRequest } from '#runtime'
import { createEngine } from './create-engine.ts'
import { createFakeClock, type FakeClock } from './fake-clock.ts'
import type { ScriptedHttp } from './script-http.ts'

/** A run under way. */
export interface InMemoryRun {
  readonly outcome: Promise<RunOutcome>
  /** Every event so far, in order. */
  readonly events: readonly TraceEvent[]
  readonly cancel: () => void
}

/** Runs flows in this process, against a fake clock and scripted HTTP. */
export interface InMemoryDriver {
  readonly clock: FakeClock
  readonly run: (request: RunRequest, watch?: (event: TraceEvent) => void) => InMemoryRun
}

export interface InMemoryDriverOptions {
  /** A script, or any way to send. */
  readonly http?: ScriptedHttp | Send
  /** How webhooks are verified; left out: none is believed. */
  readonly verify?: Verify
  readonly installed?: Installed
  /** Milliseconds since the epoch. */
  readonly startAt?: number
  /** In `[0, 1)`; 0.5 unless said. */
  readonly random?: () => number
  /** Puts something around the engine: a journal, for instance. */
  readonly wrapEngine?: (engine: Engine) => Engine
}

const NO_HTTP: Send = ({ method, url }) =>
  Promise.resolve({ ok: false, error: { code: 'not-scripted', params: { method, url }, retryable: false, at: {} } })

const NO_VERIFY: Verify = (_, { connection }) =>
  Promise.resolve({ ok: false, error: { code: 'not-scripted', params: { connection }, retryable: false, at: {} } })

function sendOf(http: InMemoryDriverOptions['http'], clock: FakeClock): Send {
  if (!http) return NO_HTTP
  return typeof http === 'function' ? http : http.send(clock)
}

export function createInMemoryDriver(options: InMemoryDriverOptions = {}): InMemoryDriver {
  const { http, startAt, random = () => 0.5, wrapEngine = (engine) => engine, verify = NO_VERIFY } = options
  const installed = options.installed ?? { catalog: createBuiltinCatalog(), behaviourOf }
  const clock = createFakeClock(startAt)
  const send = sendOf(http, clock)
  return {
    clock,
    run: (request, watch) => {
      const controller = new AbortController()
      const { signal } = controller
      const events: TraceEvent[] = []
      const trace = (event: TraceEvent) => {
        events.push(event)
        watch?.(event)
      }
      const engine = wrapEngine(createEngine(clock, signal))
      const outcome = interpret(request, { engine, send, verify, trace, signal, random }, installed)
      return { outcome, events, cancel: () => controller.abort() }
    },
  }
}
