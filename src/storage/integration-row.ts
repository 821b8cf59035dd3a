import { isJsonObject } from '#base'
import type { IntegrationDoc, IntegrationId, StableKey } from '#domain'
import { parseDocument } from './load-stored-document.ts'
import { IntegrationRow, type DocumentRow } from './rows.ts'

type Stamps = Pick<IntegrationRow, 'revision' | 'createdAt' | 'updatedAt'>

/** What lists show of a document. */
export function rowOf(doc: IntegrationDoc, { revision, createdAt, updatedAt }: Stamps): IntegrationRow {
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

/**
 * The row of a stored document. One that is damaged or gone is made again, so that no document is lost with its row; of a
 * document that is damaged too, as much is said as can be read.
 */
export function soundRow(raw: unknown, { id, doc }: DocumentRow): IntegrationRow {
  const read = IntegrationRow.safeParse(raw)
  if (read.success) return read.data
  const known = isJsonObject(raw) ? raw : {}
  const timeOf = (time: unknown): number => (typeof time === 'number' && Number.isFinite(time) ? time : 0)
  const { success, data: revision } = IntegrationRow.shape.revision.safeParse(known['revision'])
  const stamps = {
    revision: success ? revision : 1,
    createdAt: timeOf(known['createdAt']),
    updatedAt: timeOf(known['updatedAt']),
  }
  const parsed = parseDocument(doc)
  if (parsed.ok) return { ...rowOf(parsed.value, stamps), id: id as IntegrationId }
  const name = typeof known['name'] === 'string' ? known['name'] : ''
  return { id: id as IntegrationId, ...stamps, name, description: '', flows: 0, steps: 0, connections: [] }
}
