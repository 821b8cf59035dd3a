import { liveQuery } from 'dexie'
import { storageProblem } from './attempt.ts'
import type { Database } from './database.ts'
import { setAside, type DamagedRow } from './read-rows.ts'

/** Stops a subscription. */
export type Unsubscribe = () => void

/**
 * Calls back with what a query gives, now and after every change that touches it, in this tab, another, or a worker.
 * Damaged rows are set aside on the way.
 */
export function live<T>(
  database: Database,
  query: () => Promise<{ readonly value: T; readonly damaged: readonly DamagedRow[] }>,
  onChange: (value: T) => void,
): Unsubscribe {
  const subscription = liveQuery(query).subscribe({
    next: ({ value, damaged }) => {
      // A live query may not write; what cannot be set aside now is met again at the next change.
      void setAside(database, damaged).catch(() => undefined)
      onChange(value)
    },
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
