import 'fake-indexeddb/auto'
import { createId } from '#base'
import type { FlowId, IntegrationId, Run, StepId } from '#domain'
import { describe, expect, it } from 'vitest'
import {
  createIntegration,
  deleteTestPayload,
  listRuns,
  listTestPayloads,
  liveTrash,
  loadIntegration,
  readPins,
  readSetting,
  restoreIntegration,
  savePins,
  saveRun,
  saveSetting,
  saveTestPayload,
  trashIntegration,
  type TrashItem,
} from '#storage'
import { freshDatabase, sampleDoc, sampleHistory } from './sample.ts'
import { watched } from './watched.ts'

const run = (integration: IntegrationId, startedAt: number, text = ''): Run => ({
  id: createId('run') as Run['id'],
  integration,
  flow: createId('flow') as FlowId,
  startedAt,
  endedAt: startedAt + 1,
  status: 'succeeded',
  trigger: { state: 'complete', value: text, bytes: text.length },
  steps: [],
  dropped: 0,
  failure: null,
})

describe('runs', () => {
  it('are listed newest first, by integration', async () => {
    const db = await freshDatabase()
    const [a, b] = [createId('int') as IntegrationId, createId('int') as IntegrationId]
    for (const record of [run(a, 1), run(b, 2), run(a, 3)]) await saveRun(db, record)
    expect((await listRuns(db, a)).map(({ startedAt }) => startedAt)).toEqual([3, 1])
  })

  it('are capped by count and by bytes, the oldest give way, the new one is always kept', async () => {
    const db = await freshDatabase()
    const id = createId('int') as IntegrationId
    for (let at = 1; at <= 5; at += 1) await saveRun(db, run(id, at), { count: 3, bytes: 1e6 })
    expect((await listRuns(db, id)).map(({ startedAt }) => startedAt)).toEqual([5, 4, 3])
    await saveRun(db, run(id, 6, 'x'.repeat(2000)), { count: 3, bytes: 1000 })
    expect((await listRuns(db, id)).map(({ startedAt }) => startedAt)).toEqual([6])
  })

  it('that are damaged are set aside', async () => {
    const db = await freshDatabase()
    const id = createId('int') as IntegrationId
    await saveRun(db, run(id, 1))
    await db.runs.put({ id: 'run_bad000', integration: id, startedAt: 2, bytes: 1, run: {} as Run })
    expect(await listRuns(db, id)).toHaveLength(1)
    expect(await db.quarantine.count()).toBe(1)
  })
})

describe('what belongs to a flow, an integration or a person', () => {
  it('test payloads are kept by flow', async () => {
    const db = await freshDatabase()
    const flow = createId('flow') as FlowId
    const payload = { id: createId('load'), flow, name: 'An order', value: { id: 7 }, draft: '{"id": 8' }
    await saveTestPayload(db, payload)
    expect(await listTestPayloads(db, flow)).toEqual([payload])
    expect(await listTestPayloads(db, createId('flow') as FlowId)).toEqual([])
    await deleteTestPayload(db, payload.id)
    expect(await listTestPayloads(db, flow)).toEqual([])
  })

  it('pins are kept by integration', async () => {
    const db = await freshDatabase()
    const id = createId('int') as IntegrationId
    const pins = { [createId('step') as StepId]: [1, 2] }
    await savePins(db, id, pins)
    expect(await readPins(db, id)).toEqual(pins)
    expect(await readPins(db, createId('int') as IntegrationId)).toEqual({})
  })

  it('settings are kept by key', async () => {
    const db = await freshDatabase()
    await saveSetting(db, 'theme', 'dark')
    expect(await readSetting(db, 'theme')).toBe('dark')
    expect(await readSetting(db, 'other')).toBeUndefined()
  })
})

describe('the trash', () => {
  it('keeps a deleted integration with its undo history and gives it back', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc('Mine')
    const history = sampleHistory(doc, 2)
    await createIntegration(db, doc, history)
    const trash = watched<readonly TrashItem[]>((onChange) => liveTrash(db, onChange))
    await trashIntegration(db, doc.id)
    expect((await loadIntegration(db, doc.id)).ok).toBe(false)
    expect(await trash.until((items) => items.length === 1)).toMatchObject([{ id: doc.id, name: 'Mine' }])
    expect(await restoreIntegration(db, doc.id)).toMatchObject({ ok: true })
    expect(await loadIntegration(db, doc.id)).toEqual({ ok: true, value: { doc, history, revision: 1 } })
    expect(await restoreIntegration(db, doc.id)).toMatchObject({ error: { code: 'integration-not-found' } })
    trash.stop()
  })
})
