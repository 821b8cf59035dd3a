import type { Problem, Result } from '#base'
import type { IntegrationId } from '#domain'
import { attempt, refuse } from './attempt.ts'
import type { Database } from './database.ts'
import { live, type Unsubscribe } from './live.ts'
import { IntegrationRow } from './rows.ts'

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
      if (!row || !document) refuse('integration-not-found', { id })
      const deletedAt = database.clock()
      await database.trash.put({ id, row, doc: document.doc, history: history?.history ?? null, deletedAt })
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

/** Takes an integration back from the trash, as it was. */
export function restoreIntegration(database: Database, id: IntegrationId): Promise<Result<void, Problem>> {
  return attempt(database, () =>
    database.transaction('rw', TABLES, async () => {
      const item = await database.trash.get(id)
      const row = IntegrationRow.safeParse(item?.row)
      if (!item || !row.success) refuse('integration-not-found', { id })
      await database.integrations.put(row.data)
      await database.documents.put({ id, doc: item.doc })
      await database.histories.put({ id, history: item.history })
      await database.trash.delete(id)
    }),
  )
}

/** Calls back with what is in the trash, the last deleted first. */
export function liveTrash(database: Database, onChange: (items: readonly TrashItem[]) => void): Unsubscribe {
  const query = async () => {
    const items = await database.trash.orderBy('deletedAt').toArray()
    const value = items.toReversed().flatMap(({ row, deletedAt }) => {
      const parsed = IntegrationRow.safeParse(row)
      return parsed.success ? [{ id: parsed.data.id, name: parsed.data.name, deletedAt }] : []
    })
    return { value, damaged: [] }
  }
  return live(database, query, onChange)
}
