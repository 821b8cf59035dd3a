import { err, ok, problem, type Problem, type Result } from '#base'
import type { EditHistory, IntegrationDoc, IntegrationId, StableKey } from '#domain'
import { attempt, refuse, storageProblem } from './attempt.ts'
import type { Database } from './database.ts'
import { live, type Unsubscribe } from './live.ts'
import { loadHistory } from '#format'
import { parseDocument, type StoredDocument } from './load-stored-document.ts'
import { readRows } from './read-rows.ts'
import { IntegrationRow } from './rows.ts'

/** Problems after which the record stays where it is: another version of Patchbay can read it. */
const KEEP_IN_PLACE = new Set(['document-too-new', 'document-migration-failed'])

function rowOf(doc: IntegrationDoc, revision: number, createdAt: number, updatedAt: number): IntegrationRow {
  const connections = Object.values(doc.slots).map((slot) => slot.connection)
  return {
    id: doc.id,
    revision,
    createdAt,
    updatedAt,
    name: doc.name,
    description: doc.description,
    flows: doc.flowOrder.length,
    steps: Object.keys(doc.steps).length,
    connections: [...new Set(connections.filter((key): key is StableKey => key !== null))],
  }
}

/** Stores a new document, with an empty history as a rule. Problem `integration-exists` when its id is taken. */
export function createIntegration(
  database: Database,
  doc: IntegrationDoc,
  history: EditHistory = { done: [], undone: [] },
): Promise<Result<number, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', database.integrations, database.documents, database.histories, async () => {
      if ((await database.integrations.get(doc.id)) !== undefined) refuse('integration-exists', { id: doc.id })
      const now = database.clock()
      await database.documents.put({ id: doc.id, doc })
      await database.histories.put({ id: doc.id, history })
      await database.integrations.put(rowOf(doc, 1, now, now))
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
      const row = await database.integrations.get(doc.id)
      if (!row) refuse('integration-not-found', { id: doc.id })
      if (row.revision !== revision) refuse('revision-conflict', { base: revision, stored: row.revision })
      await database.documents.put({ id: doc.id, doc })
      await database.histories.put({ id: doc.id, history })
      await database.integrations.put(rowOf(doc, revision + 1, row.createdAt, database.clock()))
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
  if (!row || !document) return err(problem('integration-not-found', { id }))
  const doc = parseDocument(document.doc)
  return doc.ok
    ? ok({ doc: doc.value, history: loadHistory(history?.history, doc.value), revision: row.revision })
    : doc
}

/**
 * Loads a document with its history. One that cannot be read is set aside and its problem given; one of a newer
 * version, or that could not be migrated, stays as it is.
 */
export async function loadIntegration(database: Database, id: IntegrationId): Promise<Result<StoredDocument, Problem>> {
  try {
    const stored = await readStored(database, id)
    const isDamaged =
      !stored.ok && stored.error.code !== 'integration-not-found' && !KEEP_IN_PLACE.has(stored.error.code)
    if (isDamaged) await setIntegrationAside(database, id, stored.error)
    return stored
  } catch (error) {
    return err(storageProblem(error))
  }
}

async function setIntegrationAside(database: Database, id: IntegrationId, wrong: Problem): Promise<void> {
  await attempt(database, () =>
    database.transaction('rw', ['integrations', 'documents', 'histories', 'quarantine'], async () => {
      const raw = { document: await database.documents.get(id), history: await database.histories.get(id) }
      await database.quarantine.add({ table: 'documents', key: id, problem: wrong, raw, at: database.clock() })
      await Promise.all([
        database.integrations.delete(id),
        database.documents.delete(id),
        database.histories.delete(id),
      ])
    }),
  )
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
    const raw = await database.integrations.orderBy('updatedAt').toArray()
    const { rows, damaged } = readRows('integrations', IntegrationRow, raw.toReversed())
    return { value: rows, damaged }
  }
  return live(database, query, onChange)
}

/** Calls back with a document whenever its revision changes, in whichever tab; at once with the present one. */
export function liveDocument(
  database: Database,
  id: IntegrationId,
  onChange: (stored: StoredDocument) => void,
): Unsubscribe {
  let seen = -1
  const query = async () => ({ value: (await database.integrations.get(id))?.revision ?? -1, damaged: [] })
  return live(database, query, (revision) => {
    if (revision === seen) return
    seen = revision
    void loadIntegration(database, id).then((stored) => {
      if (stored.ok && stored.value.revision >= seen) onChange(stored.value)
    })
  })
}
