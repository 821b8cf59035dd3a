import { useMemo } from 'react'

/** One burst of typing: edits of a burst undo as one, and leaving the field ends it. */
export interface Burst {
  readonly mergeKey: () => string
  readonly end: () => void
}

/** Merge keys for one field: `key`, then `key#1` after the field was left once, and so on. */
export function useBurst(key: string): Burst {
  return useMemo(() => {
    let bursts = 0
    return {
      mergeKey: () => (bursts === 0 ? key : `${key}#${bursts}`),
      end: () => {
        bursts += 1
      },
    }
  }, [key])
}
