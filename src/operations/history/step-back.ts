import { applyDiff, diffFits, invertDiff, type EditHistory, type HistoryEntry, type IntegrationDoc } from '#domain'

/** What one undo or redo gives. */
export interface HistoryStep {
  readonly history: EditHistory
  readonly doc: IntegrationDoc
  /** What was undone or redone; null when it did not fit the document and the history was cut there instead. */
  readonly entry: HistoryEntry | null
}

/** Takes the last edit back; `undefined` when there is none. An entry that does not fit is dropped with all before it. */
export function undo(history: EditHistory, doc: IntegrationDoc): HistoryStep | undefined {
  const entry = history.done.at(-1)
  if (!entry) return undefined
  const back = invertDiff(entry.diff)
  if (!diffFits(doc, back)) return { history: { ...history, done: [] }, doc, entry: null }
  return {
    history: { done: history.done.slice(0, -1), undone: [...history.undone, entry] },
    doc: applyDiff(doc, back),
    entry,
  }
}

/** Does the edit again that was undone last; `undefined` when there is none. An entry that does not fit is dropped with all after it. */
export function redo(history: EditHistory, doc: IntegrationDoc): HistoryStep | undefined {
  const entry = history.undone.at(-1)
  if (!entry) return undefined
  if (!diffFits(doc, entry.diff)) return { history: { ...history, undone: [] }, doc, entry: null }
  return {
    history: { done: [...history.done, entry], undone: history.undone.slice(0, -1) },
    doc: applyDiff(doc, entry.diff),
    entry,
  }
}
