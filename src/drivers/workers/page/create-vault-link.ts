import type { ServerSession } from '#protocol'
import { transfer, type Remote } from 'comlink'
import type { VaultWorkerService } from '../vault/create-vault-worker.ts'
import type { VaultStatus } from '../vault/lock/create-vault-lock.ts'
import { linkWorker, WorkerLost, type WorkerLike, type WorkerLink } from './worker-link.ts'

/** The one vault worker, started when it is first asked and again when it was lost. */
export interface VaultLink {
  /** Rejects with `WorkerLost` when the worker cannot be started or its database not be opened. */
  readonly link: () => Promise<WorkerLink<VaultWorkerService>>
  /** Asks the vault; `fallback` when there is none. */
  readonly ask: <R>(
    call: (service: Remote<VaultWorkerService>) => R,
    fallback: () => NoInfer<Awaited<R>>,
  ) => Promise<Awaited<R>>
  /** Calls back with how the vault stands, now and after every change. Starts the worker. */
  readonly watch: (onStatus: (status: VaultStatus) => void) => () => void
  /** Tells the vault something where there is one; starts none. */
  readonly tell: (call: (service: Remote<VaultWorkerService>) => unknown) => void
  readonly dispose: () => void
}

/** Gives a worker's status to whoever watches, also when it is another worker by then. */
function createStatusWatch() {
  const watchers = new Set<(status: VaultStatus) => void>()
  let last: VaultStatus | undefined
  let port: MessagePort | undefined
  return {
    isWatched: () => watchers.size > 0,
    add: (onStatus: (status: VaultStatus) => void) => {
      watchers.add(onStatus)
      if (last) onStatus(last)
      return () => void watchers.delete(onStatus)
    },
    /** The port for a worker to post to. */
    connect: (): MessagePort => {
      port?.close()
      const channel = new MessageChannel()
      port = channel.port1
      port.addEventListener('message', ({ data }: MessageEvent<VaultStatus>) => {
        last = data
        for (const watcher of watchers) watcher(data)
      })
      port.start()
      return channel.port2
    },
    close: () => port?.close(),
  }
}

export function createVaultLink(
  spawn: () => WorkerLike,
  databaseName: string,
  session: ServerSession | null,
): VaultLink {
  let worker: WorkerLink<VaultWorkerService> | undefined
  let opening: Promise<WorkerLink<VaultWorkerService>> | undefined
  let isDisposed = false
  const status = createStatusWatch()

  const follow = (started: WorkerLink<VaultWorkerService>) => {
    const port = status.connect()
    // A worker that is lost is followed again when the next one is opened.
    started.call((service) => service.watchVault(transfer(port, [port]))).catch(() => undefined)
  }

  const open = async (): Promise<WorkerLink<VaultWorkerService>> => {
    const started = linkWorker<VaultWorkerService>(spawn())
    const opened = await started.call((service) => service.open(databaseName, session))
    if (!opened.ok || isDisposed) {
      started.terminate()
      throw new WorkerLost(opened.ok ? 'ended' : opened.error.code)
    }
    worker = started
    if (status.isWatched()) follow(started)
    return started
  }

  const link = (): Promise<WorkerLink<VaultWorkerService>> => {
    if (isDisposed) return Promise.reject(new WorkerLost('ended'))
    if (worker && !worker.isLost()) return Promise.resolve(worker)
    opening ??= open().finally(() => {
      opening = undefined
    })
    return opening
  }

  return {
    link,
    ask: async <R>(
      call: (service: Remote<VaultWorkerService>) => R,
      fallback: () => NoInfer<Awaited<R>>,
    ): Promise<Awaited<R>> => {
      try {
        const worker = await link()
        return await worker.call(call)
      } catch (error) {
        if (error instanceof WorkerLost) return fallback()
        throw error
      }
    },
    watch: (onStatus) => {
      const isFirst = !status.isWatched()
      const stop = status.add(onStatus)
      if (isFirst && worker && !worker.isLost()) follow(worker)
      else link().catch(() => onStatus({ protection: 'device', access: 'unavailable', idleMinutes: null }))
      return stop
    },
    tell: (call) => {
      if (worker && !worker.isLost()) worker.call(call).catch(() => undefined)
    },
    dispose: () => {
      isDisposed = true
      status.close()
      worker?.terminate()
    },
  }
}
