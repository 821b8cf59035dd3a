import { liveQuery } from 'dexie'
import { storageProblem } from './attempt.ts'

/** Stops a subscription. */
export type Unsubscribe = () => void

/**
 * Calls back with what a query gives, now and after every change that touches it, in this tab, another, or a worker. It only
 * looks: what is damaged stays where it is.
 */
export function live<T>(query: () => Promise<T>, onChange: (value: T) => void): Unsubscribe {
  const subscription = liveQuery(query).subscribe({
    next: onChange,
    error: (error: unknown) => {
      // After the database was closed there is nothing to tell; whoever writes next is told. Anything else is a bug.
      if (storageProblem(error).code === 'database-closed') return
      queueMicrotask(() => {
        throw error
      })
    },
  })
  return () => subscription.unsubscribe()
}
