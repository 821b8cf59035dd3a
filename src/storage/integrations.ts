import { err, ok, problem, type Problem, type Result } from '#base'
import type { EditHistory, IntegrationDoc, IntegrationId } from '#domain'
import { attempt, refuse, storageProblem } from './attempt.ts'
import type { Database } from './database.ts'
import { live, type Unsubscribe } from './live.ts'
import { loadHistory } from '#format'
import { rowOf, soundRow } from './integration-row.ts'
import { parseDocument, type StoredDocument } from './load-stored-document.ts'
import { IntegrationRow } from './rows.ts'

/** The row of a document; `undefined` when there is no such document. */
async function rowIn(database: Database, id: IntegrationId): Promise<IntegrationRow | undefined> {
  const raw = await database.integrations.get(id)
  const read = IntegrationRow.safeParse(raw)
  if (read.success) return read.data
  const document = await database.documents.get(id)
  return document && soundRow(raw, document)
}

/** Stores a new document, with an empty history as a rule. Problem `integration-exists` when its id is taken. */
export function createIntegration(
  database: Database,
  doc: IntegrationDoc,
  history: EditHistory = { done: [], undone: [] },
): Promise<Result<number, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', database.integrations, database.documents, database.histories, async () => {
      const taken = await database.documents.where('id').equals(doc.id).count()
      if (taken > 0) refuse('integration-exists', { id: doc.id })
      const now = database.clock()
      await database.documents.put({ id: doc.id, doc })
      await database.histories.put({ id: doc.id, history })
      await database.integrations.put(rowOf(doc, { revision: 1, createdAt: now, updatedAt: now }))
      return 1
    }),
  )
}

/**
 * Saves a document and its undo history in one transaction, so that neither is ever without the other. `revision` is
 * the one this edit started from; gives the new one. Problems: `revision-conflict` {base, stored} when somebody else
 * saved in between, `integration-not-found` when it was deleted, and those of `attempt`.
 */
export function saveIntegration(database: Database, stored: StoredDocument): Promise<Result<number, Problem>> {
  const { doc, history, revision } = stored
  return attempt(database, () =>
    database.transaction('rw', database.integrations, database.documents, database.histories, async () => {
      const row = await rowIn(database, doc.id)
      if (!row) refuse('integration-not-found', { id: doc.id })
      if (row.revision !== revision) refuse('revision-conflict', { base: revision, stored: row.revision })
      await database.documents.put({ id: doc.id, doc })
      await database.histories.put({ id: doc.id, history })
      const stamps = { revision: revision + 1, createdAt: row.createdAt, updatedAt: database.clock() }
      await database.integrations.put(rowOf(doc, stamps))
      return revision + 1
    }),
  )
}

async function readStored(database: Database, id: IntegrationId): Promise<Result<StoredDocument, Problem>> {
  const [row, document, history] = await database.transaction(
    'r',
    database.integrations,
    database.documents,
    database.histories,
    () => Promise.all([database.integrations.get(id), database.documents.get(id), database.histories.get(id)]),
  )
  if (!document) return err(problem('integration-not-found', { id }))
  const doc = parseDocument(document.doc)
  if (!doc.ok) return doc
  const { revision } = soundRow(row, document)
  return ok({ doc: doc.value, history: loadHistory(history?.history, doc.value), revision })
}

/**
 * Loads a document with its history. One that cannot be read stays as it is, and `rawDocument` gives it: another version
 * of Patchbay may read it, or a person mend it.
 */
export async function loadIntegration(database: Database, id: IntegrationId): Promise<Result<StoredDocument, Problem>> {
  try {
    return await readStored(database, id)
  } catch (error) {
    return err(storageProblem(error))
  }
}

/** What is stored of a document as JSON, whatever is wrong with it; `undefined` when nothing is. */
export async function rawDocument(database: Database, id: IntegrationId): Promise<string | undefined> {
  const row = await database.documents.get(id)
  return row && JSON.stringify(row.doc, null, 2)
}

/** Every document that can be read. */
export async function allDocuments(database: Database): Promise<readonly IntegrationDoc[]> {
  const rows = await database.documents.toArray()
  return rows.flatMap((row) => {
    const doc = parseDocument(row.doc)
    return doc.ok ? [doc.value] : []
  })
}

/** Calls back with what lists show of every integration, the last edited first, now and after every change. */
export function liveIntegrations(
  database: Database,
  onChange: (integrations: readonly IntegrationRow[]) => void,
): Unsubscribe {
  const query = async () => {
    const [raw, ids] = await Promise.all([
      database.integrations.toArray(),
      database.documents.toCollection().primaryKeys(),
    ])
    const byId = new Map(raw.map((row) => [String(row.id), row]))
    const rows = await Promise.all(
      ids.map(async (id) => {
        const read = IntegrationRow.safeParse(byId.get(id))
        return read.success
          ? read.data
          : soundRow(byId.get(id), (await database.documents.get(id)) ?? { id, doc: null })
      }),
    )
    return rows.toSorted((a, b) => b.updatedAt - a.updatedAt)
  }
  return live(query, onChange)
}

/** Calls back with a document whenever its revision changes, in whichever tab; at once with the present one. */
export function liveDocument(
  database: Database,
  id: IntegrationId,
  onChange: (stored: StoredDocument) => void,
): Unsubscribe {
  let seen = -1
  const query = async () => (await rowIn(database, id))?.revision ?? -1
  return live(query, (revision) => {
    if (revision === seen) return
    seen = revision
    void loadIntegration(database, id).then((stored) => {
      if (stored.ok && stored.value.revision >= seen) onChange(stored.value)
    })
  })
}
