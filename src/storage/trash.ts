import { createId, isJsonObject, type Problem, type Result } from '#base'
import type { IntegrationId } from '#domain'
import { attempt, refuse } from './attempt.ts'
import type { Database } from './database.ts'
import { live, type Unsubscribe } from './live.ts'
import { soundRow } from './integration-row.ts'
import type { TrashRow } from './rows.ts'

/** How many deleted integrations are kept; the oldest give way. */
const KEPT = 50

const TABLES = ['integrations', 'documents', 'histories', 'trash']

/** What is shown of a deleted integration. */
export interface TrashItem {
  readonly id: IntegrationId
  readonly name: string
  readonly deletedAt: number
}

/** Moves an integration, with its undo history, to the trash. */
export function trashIntegration(database: Database, id: IntegrationId): Promise<Result<void, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', TABLES, async () => {
      const [row, document, history] = await Promise.all([
        database.integrations.get(id),
        database.documents.get(id),
        database.histories.get(id),
      ])
      if (!document) refuse('integration-not-found', { id })
      const kept = { row: soundRow(row, document), doc: document.doc, history: history?.history ?? null }
      await database.trash.put({ id, ...kept, deletedAt: database.clock() })
      await Promise.all([
        database.integrations.delete(id),
        database.documents.delete(id),
        database.histories.delete(id),
      ])
      const keys = await database.trash.orderBy('deletedAt').primaryKeys()
      await database.trash.bulkDelete(keys.slice(0, Math.max(0, keys.length - KEPT)))
    }),
  )
}

/**
 * Takes an integration back from the trash, as it was. Where another one has its id by now, an imported file say, it comes
 * back under a new one; gives the id it has. Problem `integration-not-in-trash`.
 */
export function restoreIntegration(database: Database, id: IntegrationId): Promise<Result<IntegrationId, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', TABLES, async () => {
      const item = await database.trash.get(id)
      if (!item) refuse('integration-not-in-trash')
      const isTaken = (await database.documents.where('id').equals(id).count()) > 0
      const free = isTaken ? (createId('int') as IntegrationId) : id
      await database.integrations.put({ ...rowOfItem(item), id: free })
      await database.documents.put({ id: free, doc: isTaken ? withId(item.doc, free) : item.doc })
      await database.histories.put({ id: free, history: item.history })
      await database.trash.delete(id)
      return free
    }),
  )
}

const rowOfItem = ({ id, row, doc }: TrashRow) => soundRow(row, { id, doc })

const withId = (doc: unknown, id: IntegrationId): unknown => (isJsonObject(doc) ? { ...doc, id } : doc)

/** Calls back with what is in the trash, the last deleted first. */
export function liveTrash(database: Database, onChange: (items: readonly TrashItem[]) => void): Unsubscribe {
  const query = async () => {
    const items = await database.trash.orderBy('deletedAt').reverse().toArray()
    return items.map((item) => ({
      id: item.id as IntegrationId,
      name: rowOfItem(item).name,
      deletedAt: item.deletedAt,
    }))
  }
  return live(query, onChange)
}

/** How much is kept beside the integrations. */
export interface KeptCounts {
  /** Records that were set aside. */
  readonly damaged: number
  readonly deleted: number
}

/** Calls back with how much is in quarantine and in the trash; cheap, for whoever only wants to know whether there is any. */
export function liveKeptCounts(database: Database, onChange: (counts: KeptCounts) => void): Unsubscribe {
  return live(async () => {
    const [damaged, deleted] = await Promise.all([database.quarantine.count(), database.trash.count()])
    return { damaged, deleted }
  }, onChange)
}
