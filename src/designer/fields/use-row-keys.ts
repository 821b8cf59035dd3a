import { useState } from 'react'

/** Stable keys for rows that have none of their own, so that focus follows a row that moves. */
export interface RowKeys {
  readonly keys: readonly number[]
  /** Call with what happens to the rows: the same edit, made to the keys. */
  readonly edit: (change: (keys: readonly number[], fresh: () => number) => readonly number[]) => void
}

/** Keys for `count` rows; when the document changes the count by itself (undo), keys are added or dropped at the end. */
export function useRowKeys(count: number): RowKeys {
  const [state, setState] = useState<{ readonly keys: readonly number[]; readonly next: number }>({ keys: [], next: 0 })
  let current = state
  if (state.keys.length !== count) {
    const missing = Math.max(0, count - state.keys.length)
    const added = Array.from({ length: missing }, (_, index) => state.next + index)
    current = { keys: [...state.keys.slice(0, count), ...added], next: state.next + missing }
    setState(current)
  }
  return {
    keys: current.keys,
    edit: (change) => {
      let { next } = current
      const keys = change(current.keys, () => next++)
      setState({ keys, next })
    },
  }
}
