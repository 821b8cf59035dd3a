import 'fake-indexeddb/auto'
import { createId } from '#base'
import type { Connection, FlowId, IntegrationId } from '#domain'
import { describe, expect, it } from 'vitest'
import {
  collectDamaged,
  deleteQuarantined,
  liveQuarantine,
  liveWorkspace,
  saveConnection,
  saveTestPayload,
  type QuarantineRow,
  type StoredWorkspace,
} from '#storage'
import { readRows, setAside } from '../../src/storage/read-rows.ts'
import { PayloadRow } from '../../src/storage/rows.ts'
import { freshDatabase, sampleAuthMethod, sampleConnection } from './sample.ts'
import { watched } from './watched.ts'

const payload = () => ({
  id: createId('load'),
  flow: createId('flow') as FlowId,
  name: 'An order',
  value: { n: 1 },
  draft: null,
})

describe('damaged records', () => {
  it('are set aside as they were found, are told of, and others load', async () => {
    const db = await freshDatabase()
    const good = sampleConnection(sampleAuthMethod())
    const integration = createId('int') as IntegrationId
    const kept = payload()
    await saveConnection(db, good)
    await saveTestPayload(db, integration, kept)
    await db.connections.put({ id: 'conn_bad000', stableKey: 'bad', name: 'Lost' } as unknown as Connection)
    await db.payloads.put({ ...payload(), integration, id: 'load_bad000', value: undefined as never })
    await collectDamaged(db)
    const quarantine = watched<readonly QuarantineRow[]>((onChange) => liveQuarantine(db, onChange))
    const rows = await quarantine.until((found) => found.length === 2)
    expect(rows).toMatchObject([
      { table: 'payloads', key: 'load_bad000', raw: { name: 'An order' } },
      { table: 'connections', key: 'conn_bad000', raw: { name: 'Lost' }, problem: { code: 'record-damaged' } },
    ])
    expect([await db.connections.count(), await db.payloads.count()]).toEqual([1, 1])
    await deleteQuarantined(db, rows[0]!.id!)
    await quarantine.until((found) => found.length === 1)
    quarantine.stop()
  })

  it('stay where they are for whoever only looks', async () => {
    const db = await freshDatabase()
    await db.connections.put({ id: 'conn_bad000', stableKey: 'bad' } as unknown as Connection)
    const workspace = watched<StoredWorkspace>((onChange) => liveWorkspace(db, onChange))
    await workspace.until(({ connections }) => Object.keys(connections).length === 0)
    await saveConnection(db, sampleConnection(sampleAuthMethod()))
    await workspace.until(({ connections }) => Object.keys(connections).length === 1)
    workspace.stop()
    expect([await db.quarantine.count(), await db.connections.count()]).toEqual([0, 2])
  })

  it('that were written over meanwhile are not set aside', async () => {
    const db = await freshDatabase()
    const integration = createId('int') as IntegrationId
    const mended = payload()
    await db.payloads.put({ ...mended, integration, value: undefined as never })
    const { damaged } = readRows('payloads', PayloadRow, await db.payloads.toArray())
    expect(damaged).toHaveLength(1)
    await saveTestPayload(db, integration, mended)
    await setAside(db, damaged)
    expect([await db.quarantine.count(), await db.payloads.count()]).toEqual([0, 1])
  })

  it('are left alone in the database of a newer version', async () => {
    const db = await freshDatabase()
    await db.connections.put({ id: 'conn_bad000', stableKey: 'bad' } as unknown as Connection)
    db.readOnly = true
    expect(await collectDamaged(db)).toMatchObject({ error: { code: 'database-too-new' } })
    expect(await db.connections.count()).toBe(1)
  })
})
