import type { IntegrationDoc, Note, StepId } from '#domain'

/** A table without some ids; the same table when none of them is in it. */
export function withoutIds<T>(table: Readonly<Record<string, T>>, ids: readonly string[]): Record<string, T> {
  if (!ids.some((id) => id in table)) return table
  const next = { ...table }
  for (const id of ids) delete next[id]
  return next
}

/** The document without the notes that stood on what has gone. */
export function withoutNotes(doc: IntegrationDoc, isGone: (anchor: Note['anchor']) => boolean): IntegrationDoc {
  const gone = Object.values(doc.notes).filter((note) => isGone(note.anchor))
  if (gone.length === 0) return doc
  const ids = gone.map((note) => note.id)
  return { ...doc, notes: withoutIds(doc.notes, ids) }
}

/** The document without some steps and their notes. Whoever names them as children must have let go of them. */
export function withoutSteps(doc: IntegrationDoc, ids: readonly StepId[]): IntegrationDoc {
  if (ids.length === 0) return doc
  const gone = new Set(ids)
  const rest = { ...doc, steps: withoutIds(doc.steps, ids) }
  return withoutNotes(rest, (anchor) => anchor.kind === 'step' && gone.has(anchor.step))
}
