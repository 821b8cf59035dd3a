import { ok } from '#base'
import type { RunId, Send, Verify } from '#domain'
import type { PageToVault, RunnerToVault } from '../../../src/drivers/workers/session/messages.ts'

/** A vault worker whose sessions send and verify as they are told, and redact nothing: for rules that are about running alone. */
export function sessionDouble(send: Send, verify?: Verify) {
  const ends = new Map<RunId, () => void>()
  return {
    open: () => ok(undefined),
    endSession: (run: RunId) => ends.get(run)?.(),
    openSession: (run: RunId, runner: MessagePort, page: MessagePort) => {
      const underWay = new Map<number, AbortController>()
      runner.addEventListener('message', ({ data }: MessageEvent<RunnerToVault>) => {
        if (data.type === 'abort') return underWay.get(data.id)?.abort()
        if (data.type === 'verify') {
          return void verify?.(data.webhook, data.connection).then((result) =>
            runner.postMessage({ type: 'verified', id: data.id, result }),
          )
        }
        if (data.type !== 'send') return page.postMessage(data)
        const { id, request, connection, idempotencyKey } = data
        const controller = new AbortController()
        underWay.set(id, controller)
        void send(request, connection, { idempotencyKey, signal: controller.signal }).then((result) =>
          runner.postMessage({ type: 'sent', id, result }),
        )
      })
      page.addEventListener('message', ({ data }: MessageEvent<PageToVault>) => runner.postMessage(data))
      runner.start()
      page.start()
      ends.set(run, () => {
        runner.close()
        page.close()
      })
    },
  }
}
