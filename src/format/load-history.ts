import { isJsonObject, type Json } from '#base'
import {
  applyDiff,
  checkStructure,
  diffFits,
  Flow,
  HistoryEntry,
  IntegrationDoc,
  invertDiff,
  Note,
  Slot,
  Step,
  unfitContent,
  Variable,
  WizardPage,
  type DocDiff,
  type EditHistory,
  type RecordChange,
} from '#domain'
import type * as z from 'zod'

const RECORDS: Readonly<Record<Exclude<RecordChange['table'], 'root'>, z.ZodType>> = {
  flows: Flow,
  steps: Step,
  slots: Slot,
  variables: Variable,
  pages: WizardPage,
  notes: Note,
}

/** Whether a side of a change is a record of its table, under its own id. */
function isRecord({ table, id }: RecordChange, side: Json | undefined): boolean {
  if (table === 'root') {
    const shape = IntegrationDoc.shape as Readonly<Record<string, z.ZodType>>
    return Object.hasOwn(shape, id) && shape[id]?.safeParse(side).success === true
  }
  if (side === undefined) return true
  return isJsonObject(side) && side['id'] === id && RECORDS[table].safeParse(side).success
}

const isSound = (diff: DocDiff): boolean =>
  unfitContent(diff) === undefined &&
  diff.every((change) => isRecord(change, change.before) && isRecord(change, change.after))

/** What was read of one side of a history: entries, the one nearest to the document first, and the document after each. */
interface Walked {
  readonly entries: readonly HistoryEntry[]
  readonly docs: readonly IntegrationDoc[]
}

/** Goes from entry to entry as undo or redo would, until one does not fit. */
function walk(doc: IntegrationDoc, nearestFirst: readonly unknown[], diffOf: (entry: HistoryEntry) => DocDiff): Walked {
  const entries: HistoryEntry[] = []
  const docs: IntegrationDoc[] = []
  let current = doc
  for (const raw of nearestFirst) {
    const entry = HistoryEntry.safeParse(raw)
    const diff = entry.success ? diffOf(entry.data) : []
    if (!entry.success || !isSound(diff) || !diffFits(current, diff)) break
    current = applyDiff(current, diff)
    entries.push(entry.data)
    docs.push(current)
  }
  return { entries, docs }
}

/** The entries up to the first that leads to a document that could not be. Looking at the last one is nearly always enough. */
function soundEntries({ entries, docs }: Walked): readonly HistoryEntry[] {
  const last = docs.at(-1)
  if (!last || checkStructure(last).length === 0) return entries
  const broken = docs.findIndex((doc) => checkStructure(doc).length > 0)
  return entries.slice(0, broken)
}

const listOf = (raw: unknown, side: string): readonly unknown[] => {
  const list = isJsonObject(raw) ? (raw as Readonly<Record<string, unknown>>)[side] : undefined
  return Array.isArray(list) ? (list as readonly unknown[]) : []
}

/**
 * The undo history of a stored document. Every entry is tried on the document, as undo and redo would do it: where one is
 * not an entry, does not fit or would break the document, the history is cut and what is nearer to the document is kept.
 */
export function loadHistory(raw: unknown, doc: IntegrationDoc): EditHistory {
  const done = walk(doc, listOf(raw, 'done').toReversed(), (entry) => invertDiff(entry.diff))
  const undone = walk(doc, listOf(raw, 'undone').toReversed(), (entry) => entry.diff)
  return { done: soundEntries(done).toReversed(), undone: soundEntries(undone).toReversed() }
}
