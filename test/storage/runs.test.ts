import 'fake-indexeddb/auto'
import { createId } from '#base'
import type { FlowId, IntegrationId, Run, StepId } from '#domain'
import { describe, expect, it, vi } from 'vitest'
import {
  deleteTestPayload,
  listRuns,
  listTestPayloads,
  readPins,
  readSetting,
  savePin,
  saveRun,
  saveSetting,
  saveTestPayload,
} from '#storage'
import { freshDatabase } from './sample.ts'

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

it('lists the runs there are when a damaged one cannot be set aside', async () => {
  const db = await freshDatabase()
  const id = createId('int') as IntegrationId
  await saveRun(db, run(id, 1))
  await db.runs.put({ id: 'run_damaged', integration: id, startedAt: 2, bytes: 1 } as never)
  vi.spyOn(db.quarantine, 'add').mockRejectedValue(new DOMException('No room left', 'QuotaExceededError'))
  expect((await listRuns(db, id)).map(({ startedAt }) => startedAt)).toEqual([1])
})

describe('what belongs to a flow, an integration or a person', () => {
  it('test payloads are kept by integration and flow: a copy has the same flows, and payloads of its own', async () => {
    const db = await freshDatabase()
    const flow = createId('flow') as FlowId
    const [id, copy] = [createId('int') as IntegrationId, createId('int') as IntegrationId]
    const payload = { id: createId('load'), flow, name: 'An order', value: { id: 7 }, draft: '{"id": 8' }
    await saveTestPayload(db, id, payload)
    expect(await listTestPayloads(db, id, flow)).toEqual([payload])
    expect(await listTestPayloads(db, id, createId('flow') as FlowId)).toEqual([])
    expect(await listTestPayloads(db, copy, flow)).toEqual([])
    await saveTestPayload(db, copy, { ...payload, id: createId('load'), name: 'Another' })
    await deleteTestPayload(db, payload.id)
    expect(await listTestPayloads(db, id, flow)).toEqual([])
    expect(await listTestPayloads(db, copy, flow)).toMatchObject([{ name: 'Another' }])
  })

  it('pins are kept by integration, and each is written on its own', async () => {
    const db = await freshDatabase()
    const id = createId('int') as IntegrationId
    const [one, other] = [createId('step') as StepId, createId('step') as StepId]
    await Promise.all([savePin(db, id, one, [1, 2]), savePin(db, id, other, null), savePin(db, id, other, { n: 1 })])
    expect(await readPins(db, id)).toEqual({ [one]: [1, 2], [other]: { n: 1 } })
    await savePin(db, id, one, null)
    expect(await readPins(db, id)).toEqual({ [other]: { n: 1 } })
    expect(await readPins(db, createId('int') as IntegrationId)).toEqual({})
  })

  it('are kept with null for a number that JSON does not have, so that they can be read again', async () => {
    const db = await freshDatabase()
    const [id, flow] = [createId('int') as IntegrationId, createId('flow') as FlowId]
    const value = JSON.parse('{"n": 1e999}') as { n: number }
    await saveTestPayload(db, id, { id: createId('load'), flow, name: 'Large', value, draft: null })
    await savePin(db, id, createId('step') as StepId, value)
    const large = run(id, 1)
    await saveRun(db, { ...large, trigger: { ...large.trigger, value } })
    expect(await listTestPayloads(db, id, flow)).toMatchObject([{ value: { n: null } }])
    expect(Object.values(await readPins(db, id))).toEqual([{ n: null }])
    expect(await listRuns(db, id)).toMatchObject([{ trigger: { value: { n: null } } }])
    expect(await db.quarantine.count()).toBe(0)
  })

  it('a damaged pin does not take others with it', async () => {
    const db = await freshDatabase()
    const id = createId('int') as IntegrationId
    const [bad, good, fresh] = ['step_bad000', 'step_good00', 'step_fresh0'] as StepId[]
    await db.pins.put({ integration: id, pins: { [bad!]: Number.NaN, [good!]: 1 } })
    expect(await readPins(db, id)).toEqual({ [good!]: 1 })
    await savePin(db, id, fresh!, 2)
    expect(await readPins(db, id)).toEqual({ [good!]: 1, [fresh!]: 2 })
  })

  it('settings are kept by key', async () => {
    const db = await freshDatabase()
    await saveSetting(db, 'theme', 'dark')
    expect(await readSetting(db, 'theme')).toBe('dark')
    expect(await readSetting(db, 'other')).toBeUndefined()
  })
})
