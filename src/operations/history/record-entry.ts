import { sameJson } from '#base'
import { mergeDiffs, type EditHistory, type HistoryEntry } from '#domain'
import { trimHistory } from './trim-history.ts'

/** Edits with the same merge key become one entry while no more than this lies between them, in milliseconds. */
export const MERGE_WITHIN = 2000

/** A history with nothing in it. */
export function createHistory(): EditHistory {
  return { done: [], undone: [] }
}

function merges(last: HistoryEntry | undefined, entry: HistoryEntry): last is HistoryEntry {
  return (
    last !== undefined &&
    entry.mergeKey !== null &&
    last.mergeKey === entry.mergeKey &&
    entry.at - last.at <= MERGE_WITHIN &&
    sameJson(last.selectionAfter, entry.selectionBefore)
  )
}

/**
 * The history after one more edit. What was undone is forgotten. An entry with the merge key of the one before it, made
 * soon after it and with the selection untouched, becomes one with it; when the two cancel each other out both go.
 * An entry that changes nothing is not kept.
 */
export function recordEntry(history: EditHistory, entry: HistoryEntry): EditHistory {
  if (entry.diff.length === 0) return history
  const last = history.done.at(-1)
  if (history.undone.length > 0 || !merges(last, entry)) {
    return trimHistory({ done: [...history.done, entry], undone: [] })
  }
  const diff = [...mergeDiffs(last.diff, entry.diff)]
  const earlier = history.done.slice(0, -1)
  if (diff.length === 0) return { done: earlier, undone: [] }
  const merged: HistoryEntry = { ...entry, diff, selectionBefore: last.selectionBefore }
  return trimHistory({ done: [...earlier, merged], undone: [] })
}
