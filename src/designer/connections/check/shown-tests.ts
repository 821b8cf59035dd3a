import type { ConnectionId } from '#domain'
import { useEffect } from 'react'

const shown = new Map<ConnectionId, number>()

/** Whether a person has the report of a connection's tests in view, so that nothing else needs to tell it. */
export const isTestShown = (id: ConnectionId): boolean => (shown.get(id) ?? 0) > 0

/** Says for as long as it is used that the tests of a connection are in view. */
export function useShownTest(id: ConnectionId): void {
  useEffect(() => {
    const add = (count: number) => shown.set(id, (shown.get(id) ?? 0) + count)
    add(1)
    return () => void add(-1)
  }, [id])
}
