import type { Failure, TraceEvent } from '#domain'
import type { RunOutcome, RunRequest } from '#runtime'
import { transfer } from 'comlink'
import type { RunnerService } from '../runner/create-runner-service.ts'
import type { PageToVault, VaultToPage } from '../session/messages.ts'
import type { VaultService } from '../vault/create-vault-service.ts'
import { followRun } from './follow-run.ts'
import type { WorkerLink } from './worker-link.ts'

/** Milliseconds a cancelled run has to end by itself before its worker is ended. */
const GRACE_MS = 250

/** A run under way. */
export interface RunHandle {
  /** Does not reject. */
  readonly done: Promise<RunOutcome>
  /** Takes effect within a second, whatever the flow is doing. */
  readonly cancel: () => void
}

export interface StartRunOptions {
  readonly request: RunRequest
  /** Events in order, several at a time. */
  readonly onEvents: (events: readonly TraceEvent[]) => void
  readonly vault: () => Promise<WorkerLink<VaultService>>
  readonly takeRunner: () => WorkerLink<RunnerService>
  /** Called when the run is over; the runner may be lost. */
  readonly giveBackRunner: (runner: WorkerLink<RunnerService>) => void
  /** Milliseconds since the epoch. */
  readonly clock: () => number
}

const failed = (code: string): RunOutcome => {
  const failure: Failure = { code, params: {}, retryable: false, at: {} }
  return { status: 'failed', failure }
}

/** Starts a run in a runner worker, with a session of the vault between it and the page. */
export function startRun(options: StartRunOptions): RunHandle {
  const { request, onEvents, clock } = options
  const follower = followRun(request.run)
  const runner = options.takeRunner()
  const channel = new MessageChannel()
  let isOver = false
  let isCancelled = false
  let finish: (outcome: RunOutcome) => void = () => undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  const done = new Promise<RunOutcome>((resolve) => {
    finish = resolve
  })

  const over = (outcome: RunOutcome) => {
    if (isOver) return
    isOver = true
    clearTimeout(timer)
    if (outcome.status !== 'succeeded') {
      const missing = follower.close(outcome, clock())
      if (missing.length > 0) onEvents(missing)
    }
    channel.port1.close()
    options.giveBackRunner(runner)
    void session.then((vault) => vault?.call((service) => service.endSession(request.run))).catch(() => undefined)
    finish(outcome)
  }

  /** The runner no longer answers: whatever it did is cut off, and what the page has not been told is made up for. */
  const cutOff = () => {
    if (isOver) return
    runner.terminate()
    over(isCancelled ? { status: 'cancelled' } : failed('runner-lost'))
  }

  channel.port1.addEventListener('message', ({ data }: MessageEvent<VaultToPage>) => {
    if (isOver) return
    if (data.type === 'ended') return over(data.outcome)
    follower.take(data.events)
    onEvents(data.events)
    channel.port1.postMessage({ type: 'ack', upTo: data.upTo } satisfies PageToVault)
  })
  channel.port1.start()

  const begin = async (): Promise<WorkerLink<VaultService> | undefined> => {
    const vault = await options.vault()
    const { port1: runnerPort, port2: vaultPort } = new MessageChannel()
    await vault.call((service) =>
      service.openSession(request.run, transfer(vaultPort, [vaultPort]), transfer(channel.port2, [channel.port2])),
    )
    if (isOver) return vault
    if (isCancelled) over({ status: 'cancelled' })
    else runner.call((service) => service.run(request, transfer(runnerPort, [runnerPort]))).catch(cutOff)
    return vault
  }
  // Without a session nothing has begun, whatever the reason: the worker is gone, or its database is.
  const session = begin().catch(() => {
    over(isCancelled ? { status: 'cancelled' } : failed('vault-unavailable'))
    return undefined
  })

  return {
    done,
    cancel: () => {
      if (isOver || isCancelled) return
      isCancelled = true
      timer = setTimeout(cutOff, GRACE_MS)
      runner.call((service) => service.cancel(request.run)).catch(() => undefined)
    },
  }
}
