import { releaseProxy, wrap, type Remote } from 'comlink'

/** What is needed of a Worker; a test gives a pair of ports. */
export interface WorkerLike {
  readonly postMessage: (message: unknown, transfer: Transferable[]) => void
  readonly addEventListener: (type: string, listener: EventListener) => void
  readonly removeEventListener: (type: string, listener: EventListener) => void
  readonly terminate: () => void
}

/** A worker failed to start, broke, or was ended while it was asked something. */
export class WorkerLost extends Error {}

/** A worker and what it serves. Calls under way reject with `WorkerLost` when it is gone. */
export interface WorkerLink<T> {
  readonly call: <R>(ask: (service: Remote<T>) => R) => Promise<Awaited<R>>
  readonly isLost: () => boolean
  readonly terminate: () => void
}

/** Links to a worker that serves `T` by comlink. */
export function linkWorker<T>(worker: WorkerLike): WorkerLink<T> {
  const service = wrap<T>(worker)
  let lose: (error: WorkerLost) => void = () => undefined
  let isLost = false
  const lost = new Promise<never>((_, reject) => {
    lose = reject
  })
  // Nobody may be waiting when it is lost.
  lost.catch(() => undefined)
  const end = (why: string) => {
    if (isLost) return
    isLost = true
    service[releaseProxy]()
    worker.terminate()
    lose(new WorkerLost(why))
  }
  worker.addEventListener('error', () => end('broken'))
  return {
    call: (ask) => (isLost ? Promise.reject(new WorkerLost('gone')) : Promise.race([ask(service), lost])),
    isLost: () => isLost,
    terminate: () => end('ended'),
  }
}
