/** What claiming needs of the Web Locks API. The callback's promise holds the lock; a stolen lock rejects `request`. */
export interface Locks {
  readonly request: (
    name: string,
    options: { readonly ifAvailable?: boolean; readonly steal?: boolean; readonly signal?: AbortSignal },
    callback: (granted: boolean) => Promise<void>,
  ) => Promise<void>
}

interface Holder {
  readonly stolen: () => void
}

const stolenError = () => new DOMException('The lock was stolen.', 'AbortError')

/** Locks within one realm, for where the platform has none; follows the same rules. */
export function createLocks(): Locks {
  const holders = new Map<string, Holder>()
  const queues = new Map<string, (() => void)[]>()
  const grant = (name: string, callback: (granted: boolean) => Promise<void>): Promise<void> =>
    new Promise((resolve, reject) => {
      const holder: Holder = { stolen: () => reject(stolenError()) }
      holders.set(name, holder)
      void callback(true)
        .then(resolve, reject)
        .finally(() => {
          if (holders.get(name) !== holder) return
          holders.delete(name)
          queues.get(name)?.shift()?.()
        })
    })
  return {
    request: async (name, { ifAvailable, steal, signal }, callback) => {
      const present = holders.get(name)
      if (!present) return grant(name, callback)
      if (ifAvailable) return callback(false)
      if (steal) {
        present.stolen()
        return grant(name, callback)
      }
      const queue = queues.get(name) ?? []
      queues.set(name, queue)
      return new Promise((resolve, reject) => {
        const turn = () => {
          grant(name, callback).then(resolve, reject)
        }
        queue.push(turn)
        signal?.addEventListener('abort', () => {
          if (queue.includes(turn)) queue.splice(queue.indexOf(turn), 1)
          reject(new DOMException('The request was aborted.', 'AbortError'))
        })
      })
    },
  }
}

const withinThisRealm = createLocks()

/** The platform's locks, or those of this realm. */
export function platformLocks(): Locks {
  if (typeof navigator === 'undefined' || navigator.locks === undefined) return withinThisRealm
  const { locks } = navigator
  return {
    request: async (name, options, callback) => {
      await locks.request(name, options, (lock) => callback(lock !== null))
    },
  }
}
