import { expose } from 'comlink'
import type { WorkerLike } from '../../../src/drivers/workers/page/worker-link.ts'

/**
 * A service on the other side of a pair of ports, as a worker would be: values are cloned, nothing is shared. `told` gets
 * everything that comes back.
 */
export function portWorker(service: object, told?: (message: unknown) => void): WorkerLike {
  const { port1, port2 } = new MessageChannel()
  if (told) port2.addEventListener('message', ({ data }) => told(data))
  expose(service, port1)
  port1.start()
  port2.start()
  return {
    postMessage: (message, transfer) => port2.postMessage(message, transfer),
    addEventListener: (type, listener) => port2.addEventListener(type, listener),
    removeEventListener: (type, listener) => port2.removeEventListener(type, listener),
    terminate: () => {
      port1.close()
      port2.close()
    },
  }
}
