import * as z from 'zod'
import { DocDiff } from './diff.ts'
import { StepId } from './ids.ts'

/** What an edit is called: a key of `texts/` with its parameters ("Rename step", name). */
export const EditLabel = z.strictObject({
  key: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type EditLabel = z.infer<typeof EditLabel>

/** One entry of the undo history. Edits with the same merge key that follow each other closely become one entry. */
export const HistoryEntry = z.strictObject({
  label: EditLabel,
  mergeKey: z.string().nullable(),
  diff: DocDiff,
  selectionBefore: z.array(StepId),
  selectionAfter: z.array(StepId),
  at: z.number(),
})
export type HistoryEntry = z.infer<typeof HistoryEntry>

/** The whole undo history of a document: oldest first; `undone` holds what redo would bring back, next one last. */
export const EditHistory = z.strictObject({ done: z.array(HistoryEntry), undone: z.array(HistoryEntry) })
export type EditHistory = z.infer<typeof EditHistory>
