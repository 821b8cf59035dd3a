import { problem } from '#base'
import { literal } from '#domain'
import { openWorkbench } from '#workbench'
import { expect, it, vi } from 'vitest'
import { accepted } from '../fixtures/accepted.ts'
import { docOf, flow, flowOf, http, stepId } from '../fixtures/doc-builder.ts'
import { memoryHost } from '../fixtures/memory-ports.ts'

const doc = flowOf(http('Get'), http('Put'))

async function opened(host = memoryHost([doc])) {
  return { host, workbench: accepted(await openWorkbench(host.ports, doc.id)) }
}

it('X01 an edit is one named entry that undo takes back and redo brings again', async () => {
  const { workbench } = await opened()
  const { dispatch, undo, redo } = workbench.store.getState()
  dispatch({ type: 'step/update', id: stepId('Get'), changes: { name: 'Fetch' } })
  expect(workbench.store.getState().doc.steps[stepId('Get')]?.name).toBe('Fetch')
  expect(workbench.store.getState().history.done.at(-1)?.label.key).not.toBe('')
  undo()
  expect(workbench.store.getState().doc).toEqual(doc)
  redo()
  expect(workbench.store.getState().doc.steps[stepId('Get')]?.name).toBe('Fetch')
})

it('X01 a burst of typing with one merge key undoes as one change', async () => {
  const { workbench } = await opened()
  const { dispatch, undo } = workbench.store.getState()
  for (const name of ['F', 'Fe', 'Fet']) {
    dispatch({ type: 'step/update', id: stepId('Get'), changes: { name } }, { mergeKey: 'name' })
  }
  expect(workbench.store.getState().history.done).toHaveLength(1)
  undo()
  expect(workbench.store.getState().doc).toEqual(doc)
})

it('refuses all operations of an edit when one is refused', async () => {
  const { workbench } = await opened()
  const result = workbench.store.getState().dispatch([
    { type: 'step/update', id: stepId('Get'), changes: { name: 'Fetch' } },
    { type: 'step/delete', id: stepId('Nowhere') },
  ])
  expect(result.ok).toBe(false)
  expect(workbench.store.getState().doc).toBe(doc)
  expect(workbench.store.getState().history.done).toEqual([])
})

it('drops deleted steps from the selection and undo selects them again', async () => {
  const { workbench } = await opened()
  const { select, dispatch, undo } = workbench.store.getState()
  select([stepId('Get')])
  dispatch({ type: 'step/delete', id: stepId('Get') })
  expect(workbench.store.getState().selection).toEqual([])
  undo()
  expect(workbench.store.getState().selection).toEqual([stepId('Get')])
})

it('X01 undo and redo show the flow they change', async () => {
  const twoFlows = docOf({ flows: [flow('One', http('Get')), flow('Two', http('Put'))] })
  const host = memoryHost([twoFlows])
  const workbench = accepted(await openWorkbench(host.ports, twoFlows.id))
  const { openFlow, dispatch, undo, redo } = workbench.store.getState()
  const [one, two] = workbench.store.getState().doc.flowOrder
  dispatch({ type: 'step/update', id: stepId('Put'), changes: { name: 'Store' } })
  dispatch({ type: 'integration/rename', name: 'Renamed' })
  openFlow(one!)
  undo()
  expect(workbench.store.getState().flow).toBe(one)
  undo()
  expect(workbench.store.getState().flow).toBe(two)
  openFlow(one!)
  redo()
  expect(workbench.store.getState().flow).toBe(two)
})

it('stores an edit with its history within 300 ms and says so only then', async () => {
  const { host, workbench } = await opened()
  workbench.store.getState().dispatch({ type: 'integration/rename', name: 'New name' })
  expect(workbench.store.getState().save.status).toBe('saving')
  await host.pass(299)
  expect(host.stored.get(doc.id)?.doc.name).toBe('New name')
  expect(host.stored.get(doc.id)?.history.done).toHaveLength(1)
  expect(workbench.store.getState().save.status).toBe('saved')
})

it('writes a burst of edits once, and an edit made while writing afterwards', async () => {
  const { host, workbench } = await opened()
  const { dispatch } = workbench.store.getState()
  for (const name of ['a', 'b', 'c']) dispatch({ type: 'integration/rename', name })
  await host.pass(299)
  expect(host.saves).toHaveLength(1)
  dispatch({ type: 'integration/rename', name: 'd' })
  await host.pass(299)
  expect(host.saves.map(({ revision }) => revision)).toEqual([1, 2])
})

it('keeps the work when it cannot be stored, says why, and stores it with the next try', async () => {
  const { host, workbench } = await opened()
  host.failSaves(problem('quota-exceeded'))
  workbench.store.getState().dispatch({ type: 'integration/rename', name: 'Kept' })
  await host.pass(299)
  expect(workbench.store.getState().save).toMatchObject({ status: 'unsaved', problem: { code: 'quota-exceeded' } })
  expect(workbench.store.getState().doc.name).toBe('Kept')
  host.failSaves(null)
  await workbench.store.getState().flush()
  expect(host.stored.get(doc.id)?.doc.name).toBe('Kept')
  expect(workbench.store.getState().save).toEqual({ status: 'saved', problem: null })
})

it('closing stores what is pending', async () => {
  const { host, workbench } = await opened()
  workbench.store.getState().dispatch({ type: 'integration/rename', name: 'Last words' })
  await workbench.close()
  expect(host.stored.get(doc.id)?.doc.name).toBe('Last words')
})

it('X09 a tab without the claim cannot edit and follows what the other tab saves', async () => {
  const { host, workbench } = await opened(memoryHost([doc], 'read-only'))
  const result = workbench.store.getState().dispatch({ type: 'integration/rename', name: 'Mine' })
  expect(result).toMatchObject({ ok: false, error: { code: 'read-only' } })
  host.saveElsewhere({ ...doc, name: 'Theirs' })
  expect(workbench.store.getState().doc.name).toBe('Theirs')
  expect(host.saves).toEqual([])
})

it('X09 follows the stored document only while another tab may edit it', async () => {
  const host = memoryHost([doc])
  let listening = 0
  const watch: typeof host.ports.documents.watch = (id, onChange) => {
    listening += 1
    const stop = host.ports.documents.watch(id, onChange)
    return () => {
      listening -= 1
      stop()
    }
  }
  const ports = { ...host.ports, documents: { ...host.ports.documents, watch } }
  const { store, close } = accepted(await openWorkbench(ports, doc.id))
  expect(listening).toBe(0)
  host.setClaim('read-only')
  await host.pass(0)
  expect(listening).toBe(1)
  host.saveElsewhere({ ...doc, name: 'Theirs' })
  expect(store.getState().doc.name).toBe('Theirs')
  await close()
  expect(listening).toBe(0)
})

it('X09 taking over starts from what the other tab stored last', async () => {
  const { host, workbench } = await opened(memoryHost([doc], 'read-only'))
  host.stored.set(doc.id, { doc: { ...doc, name: 'Stored last' }, history: { done: [], undone: [] }, revision: 7 })
  await workbench.store.getState().takeOver()
  await host.pass(0)
  expect(workbench.store.getState()).toMatchObject({ mode: 'editing', revision: 7, doc: { name: 'Stored last' } })
})

it('X09 opens what is stored when it has the claim, not what was stored before', async () => {
  const host = memoryHost([doc])
  const { claim } = host.ports.documents
  const documents: typeof host.ports.documents = {
    ...host.ports.documents,
    claim: async (...args) => {
      host.saveElsewhere({ ...doc, name: 'The last words of the other tab' })
      return claim(...args)
    },
  }
  const { store } = accepted(await openWorkbench({ ...host.ports, documents }, doc.id))
  expect(store.getState()).toMatchObject({
    mode: 'editing',
    revision: 2,
    doc: { name: 'The last words of the other tab' },
  })
})

it('opens without the runs, pins and payloads that cannot be read', async () => {
  const host = memoryHost([doc])
  const pins = { [stepId('Get')]: 1 }
  const fail = () => Promise.reject(new DOMException('No room to set it aside', 'QuotaExceededError'))
  const runs = { ...host.ports.runs, list: fail, payloads: fail, pins: async () => pins }
  const { store } = accepted(await openWorkbench({ ...host.ports, runs }, doc.id))
  expect(store.getState()).toMatchObject({ mode: 'editing', pins, pastRuns: [], payloads: [] })
})

it('lets the document go when it cannot be opened', async () => {
  const host = memoryHost([])
  const release = vi.fn()
  const documents: typeof host.ports.documents = {
    ...host.ports.documents,
    claim: async (...args) => ({ ...(await host.ports.documents.claim(...args)), mode: 'editing', release }),
  }
  expect(await openWorkbench({ ...host.ports, documents }, doc.id)).toMatchObject({ ok: false })
  expect(release).toHaveBeenCalledOnce()
  const broken = { ...documents, load: () => Promise.reject(new Error('broken')) }
  await expect(openWorkbench({ ...host.ports, documents: broken }, doc.id)).rejects.toThrow('broken')
  expect(release).toHaveBeenCalledTimes(2)
})

it('gives the problem of a document that cannot be loaded', async () => {
  const host = memoryHost([])
  const result = await openWorkbench(host.ports, doc.id)
  expect(result).toMatchObject({ ok: false, error: { code: 'integration-not-found' } })
})

it('undoing the deletion of the open flow keeps a flow open', async () => {
  const two = docOf({ flows: [flow('One', http('A')), flow('Two', http('B'))] })
  const host = memoryHost([two])
  const workbench = accepted(await openWorkbench(host.ports, two.id))
  const [one, second] = two.flowOrder
  workbench.store.getState().openFlow(second!)
  workbench.store.getState().dispatch({ type: 'flow/delete', id: second! })
  expect(workbench.store.getState().flow).toBe(one)
  workbench.store.getState().undo()
  expect(workbench.store.getState().doc).toEqual(two)
})

it('PERF an edit of an input touches its record and nothing else', async () => {
  const { workbench } = await opened()
  const { store } = workbench
  const before = store.getState()
  const id = stepId('Get')
  before.dispatch({ type: 'step/set-input', id, input: 'url', value: literal('https://api.test/x') })
  const after = store.getState()
  const { steps, ...rest } = after.doc
  const { steps: stepsBefore, ...restBefore } = before.doc
  const changed = <T extends object>(a: T, b: T) =>
    Object.keys(a).filter((key) => a[key as keyof T] !== b[key as keyof T])
  expect(changed(steps, stepsBefore)).toEqual([id])
  expect(changed(rest, restBefore)).toEqual([])
  expect(after.history.done.at(-1)?.diff).toMatchObject([{ table: 'steps', id }])
  expect(changed(after, before).toSorted()).toEqual(['doc', 'history', 'save'])
})

it('PERF an edit tells once what changed', async () => {
  const { workbench } = await opened()
  const { store } = workbench
  store.getState().dispatch({ type: 'integration/rename', name: 'First' })
  let told = 0
  store.subscribe(() => (told += 1))
  store.getState().dispatch({ type: 'step/delete', id: stepId('Get') }, { select: [stepId('Put')] })
  expect(told).toBe(1)
})
