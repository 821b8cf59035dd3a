import type { EditHistory, HistoryEntry } from '#domain'

/** How much is remembered: entries, and UTF-16 units of their JSON. */
export const HISTORY_LIMITS = { entries: 200, size: 8_000_000 } as const

const sizes = new WeakMap<HistoryEntry, number>()

function sizeOf(entry: HistoryEntry): number {
  const known = sizes.get(entry)
  if (known !== undefined) return known
  const size = JSON.stringify(entry).length
  sizes.set(entry, size)
  return size
}

/** The history without its oldest entries where there are too many, or they are too large. The newest always stays. */
export function trimHistory(history: EditHistory): EditHistory {
  const { done } = history
  let size = 0
  let from = done.length
  while (from > 0 && done.length - from < HISTORY_LIMITS.entries) {
    const entry = done[from - 1]
    size += entry ? sizeOf(entry) : 0
    if (size > HISTORY_LIMITS.size && from < done.length) break
    from -= 1
  }
  return from === 0 ? history : { ...history, done: done.slice(from) }
}
