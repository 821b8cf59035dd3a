import type { Result } from '#base'
import type { Failure, Send, StepResponse, TraceEvent, Verify } from '#domain'
import type { RunOutcome } from '#runtime'
import { createTraceBatches } from '../session/create-trace-batches.ts'
import type { RunnerToVault, VaultToRunner } from '../session/messages.ts'

/** The runner's end of the port to the vault: its only way out. */
export interface VaultPort {
  readonly send: Send
  readonly verify: Verify
  readonly trace: (event: TraceEvent) => void
  /** Resolves when the page is not too far behind. */
  readonly caughtUp: () => Promise<void>
  /** Tells the outcome, after every event. */
  readonly end: (outcome: RunOutcome) => void
}

interface UnderWay {
  /** The run key of the execution that sends. */
  readonly key: string
  readonly settle: (result: Result<StepResponse, Failure>) => void
}

/** An idempotency key is the run's id, a slash and the execution's run key. */
const runKeyIn = (idempotencyKey: string): string => idempotencyKey.slice(idempotencyKey.indexOf('/') + 1)

const CANCELLED: Failure = { code: 'cancelled', params: {}, retryable: false, at: {} }

/** Speaks the session's messages over a port. */
export function createVaultPort(port: MessagePort): VaultPort {
  const underWay = new Map<number, UnderWay>()
  const verifying = new Map<number, (result: Result<null, Failure>) => void>()
  let count = 0
  const post = (message: RunnerToVault) => port.postMessage(message)
  // An expression of the step that starts may never give way: the page has to know by then which one it is.
  const batches = createTraceBatches(post, ({ type }) => type === 'step-started')

  port.addEventListener('message', ({ data }: MessageEvent<VaultToRunner>) => {
    if (data.type === 'ack') return batches.acknowledge(data.upTo)
    if (data.type === 'verified') {
      verifying.get(data.id)?.(data.result)
      return void verifying.delete(data.id)
    }
    const sending = underWay.get(data.id)
    if (!sending) return undefined
    if (data.type === 'note') return batches.add({ type: 'step-log', key: sending.key, line: data.line })
    underWay.delete(data.id)
    return sending.settle(data.result)
  })
  port.start()

  return {
    trace: batches.add,
    caughtUp: batches.caughtUp,
    send: (request, connection, { signal, idempotencyKey }) => {
      if (signal.aborted) return Promise.resolve({ ok: false, error: CANCELLED })
      count += 1
      const id = count
      const abort = () => post({ type: 'abort', id })
      return new Promise((resolve) => {
        underWay.set(id, {
          key: runKeyIn(idempotencyKey),
          settle: (result) => {
            signal.removeEventListener('abort', abort)
            resolve(result)
          },
        })
        signal.addEventListener('abort', abort, { once: true })
        post({ type: 'send', id, request, connection, idempotencyKey })
      })
    },
    verify: (webhook, connection) => {
      count += 1
      const id = count
      return new Promise((resolve) => {
        verifying.set(id, resolve)
        post({ type: 'verify', id, webhook, connection })
      })
    },
    end: (outcome) => {
      batches.flush()
      post({ type: 'ended', outcome })
    },
  }
}
