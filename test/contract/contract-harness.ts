import type { Json } from '#base'
import {
  literal,
  type InputValue,
  type IntegrationDoc,
  type Send,
  type StepRequest,
  type TraceEvent,
  type Verify,
} from '#domain'
import type { RunOutcome, RunRequest } from '#runtime'
import { http, ref, type Built } from '../fixtures/doc-builder.ts'
import { linesOf, requestFor } from './run-request.ts'

/** A run under way in the driver under test. */
export interface ContractRun {
  readonly outcome: Promise<RunOutcome>
  /** Ends the run; may be called at any time. */
  readonly cancel: () => void
}

/** The driver under test. Its runs tell `watch` every event, in order. */
export interface ContractDriver {
  readonly run: (request: RunRequest, watch: (event: TraceEvent) => void) => ContractRun
  readonly dispose?: () => Promise<void> | void
}

/** Makes a driver whose steps send through `send`, and verify by `verify`; its catalog holds the built-in connectors. */
export type CreateContractDriver = (setup: {
  readonly send: Send
  readonly verify: Verify
}) => ContractDriver | Promise<ContractDriver>

/** Verifies nothing. */
const refuseAll: Verify = async () => ({ ok: false, error: { code: 'none', params: {}, retryable: false, at: {} } })

type Answer = { readonly status?: number; readonly json?: Json; readonly headers?: Record<string, string> } | 'never'

/** A server that answers by path, and remembers in which order it was asked. */
export function serverOf(answer: (path: string, call: number) => Answer) {
  const calls: string[] = []
  const keys: string[] = []
  const send: Send = async ({ url, method }: StepRequest, connection, { idempotencyKey, signal }) => {
    const path = new URL(url, 'https://api.test').pathname.slice(1)
    calls.push(path)
    keys.push(idempotencyKey)
    const given = answer(path, calls.filter((call) => call === path).length)
    if (given === 'never') {
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }))
      return { ok: false, error: { code: 'aborted', params: {}, retryable: false, at: {} } }
    }
    const { status = 200, json = { path }, headers = {} } = given
    return {
      ok: true,
      value: {
        status,
        statusText: '',
        headers: { 'content-type': 'application/json', ...headers },
        body: { kind: 'json', value: connection ? { ...(json as object), by: connection.connection, method } : json },
        bytes: 1,
        milliseconds: 0,
        transport: 'simulated',
        url,
      },
    }
  }
  return { send, calls, keys }
}

export const get = (name: string, path: string | InputValue = name.toLowerCase()): Built =>
  http(name, { inputs: { url: typeof path === 'string' ? literal(`https://api.test/${path}`) : path } })

export const retrying = (built: Built, more: Partial<Built['step']['onError']> = {}): Built => ({
  ...built,
  step: { ...built.step, onError: { ...built.step.onError, policy: 'retry', attempts: 3, delaySeconds: 0, ...more } },
})

export const ignoring = (built: Built): Built => ({
  ...built,
  step: { ...built.step, onError: { ...built.step.onError, policy: 'ignore' } },
})

export const concurrently = (built: Built, concurrency: number): Built => ({
  ...built,
  step: { ...built.step, ...(built.step.kind === 'loop' && { concurrency }) },
})

export const itemOf = (name: string, ...path: string[]) => ref(name, 'currentItem', ...path)

export const echo = () => serverOf(() => ({}))

/** What happened in a run. */
export interface RanDoc {
  readonly outcome: RunOutcome
  readonly events: readonly TraceEvent[]
  /** The events as short lines. */
  readonly lines: readonly string[]
  /** Paths the server was asked for, in order, and the idempotency keys. */
  readonly calls: readonly string[]
  readonly keys: readonly string[]
}

/** Runs documents in drivers that are made for each run. */
export interface ContractHarness {
  readonly start: (
    request: RunRequest,
    send: Send,
    watch?: (event: TraceEvent) => void,
    verify?: Verify,
  ) => Promise<ContractRun & { readonly events: readonly TraceEvent[] }>
  /** Runs the flow `Main` to its end. */
  readonly runDoc: (
    doc: IntegrationDoc,
    more?: Partial<RunRequest>,
    server?: ReturnType<typeof serverOf>,
    verify?: Verify,
  ) => Promise<RanDoc>
  readonly dispose: () => Promise<void>
}

export function createHarness(createDriver: CreateContractDriver): ContractHarness {
  const drivers: ContractDriver[] = []
  const start: ContractHarness['start'] = async (request, send, watch, verify = refuseAll) => {
    const driver = await createDriver({ send, verify })
    drivers.push(driver)
    const events: TraceEvent[] = []
    const run = driver.run(request, (event) => {
      events.push(event)
      watch?.(event)
    })
    return { ...run, events }
  }
  return {
    start,
    runDoc: async (doc, more = {}, server = echo(), verify = refuseAll) => {
      const { outcome, events } = await start(requestFor(doc, more), server.send, undefined, verify)
      return { outcome: await outcome, events, lines: linesOf(events), calls: server.calls, keys: server.keys }
    },
    dispose: async () => {
      for (const driver of drivers.splice(0)) await driver.dispose?.()
    },
  }
}
