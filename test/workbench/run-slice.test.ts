import { err, ok, problem } from '#base'
import type { Run, RunId, TraceEvent } from '#domain'
import { hasUnsavedWork, openWorkbench, vaultGateOf } from '#workbench'
import { describe, expect, it, vi } from 'vitest'
import { accepted } from '../fixtures/accepted.ts'
import { docOf, flow, flowId, flowOf, http, slot, stepId } from '../fixtures/doc-builder.ts'
import { memoryHost } from '../fixtures/memory-ports.ts'

const doc = flowOf(http('Get'), http('Put'))

async function started() {
  const host = memoryHost([doc])
  const { store } = accepted(await openWorkbench(host.ports, doc.id))
  store.getState().start()
  return { host, store, run: host.running() }
}

const stored = (value: string) => ({ state: 'complete' as const, value, bytes: value.length + 2 })
const begin = (name: string, at: number, iterations: number[] = []): TraceEvent => ({
  type: 'step-started',
  key: [stepId(name), ...iterations].join('/'),
  step: stepId(name),
  iterations,
  at,
})
const end = (name: string, at: number, status: 'succeeded' | 'failed', iterations: number[] = []): TraceEvent => ({
  type: 'step-ended',
  key: [stepId(name), ...iterations].join('/'),
  step: stepId(name),
  iterations,
  at,
  status,
  output: status === 'succeeded' ? stored('out') : null,
  failure: status === 'failed' ? { code: 'http-401', params: {}, retryable: false, at: {} } : null,
})

it('shows every step as waiting, then running, then how it ended and how long it took', async () => {
  const { store, run } = await started()
  expect(store.getState().run?.byStep[stepId('Put')]?.status).toBe('waiting')
  run.emit(begin('Get', 100))
  expect(store.getState().run?.byStep[stepId('Get')]?.status).toBe('running')
  run.emit(end('Get', 350, 'succeeded'))
  expect(store.getState().run?.byStep[stepId('Get')]).toMatchObject({ status: 'succeeded', milliseconds: 250, runs: 1 })
})

it('counts the executions of a step in a loop and remembers that one failed', async () => {
  const { store, run } = await started()
  run.emit(begin('Get', 1, [0]), end('Get', 2, 'failed', [0]), begin('Get', 3, [1]), end('Get', 4, 'succeeded', [1]))
  expect(store.getState().run?.byStep[stepId('Get')]).toMatchObject({ runs: 2, failed: 1, status: 'succeeded' })
  expect(store.getState().run?.order).toEqual([`${stepId('Get')}/0`, `${stepId('Get')}/1`])
})

it('leaves the summaries of other steps untouched, so that their nodes do not render again', async () => {
  const { store, run } = await started()
  const before = store.getState().run?.byStep[stepId('Put')]
  run.emit(begin('Get', 1), end('Get', 2, 'succeeded'))
  expect(store.getState().run?.byStep[stepId('Put')]).toBe(before)
})

it('keeps failed attempts and says that another one is coming', async () => {
  const { store, run } = await started()
  const failure = { code: 'http-5xx', params: {}, retryable: true, at: {} }
  const failed = { type: 'step-attempt-failed' as const, key: stepId('Get'), attempt: 1, at: 5, failure, retryInMs: 10 }
  run.emit(begin('Get', 1), failed)
  expect(store.getState().run?.byStep[stepId('Get')]?.retrying).toBe(true)
  run.emit(end('Get', 20, 'succeeded'))
  const attempts = store.getState().run?.steps[stepId('Get')]?.attempts
  expect(attempts?.map((attempt) => attempt.failure?.code ?? 'ok')).toEqual(['http-5xx', 'ok'])
})

it('brings a run to its end even when its last events never came', async () => {
  const { host, store, run } = await started()
  run.emit(begin('Get', 1))
  await run.end({ status: 'cancelled' })
  await host.pass(0)
  expect(store.getState().run?.status).toBe('cancelled')
  expect(store.getState().pastRuns[0]?.status).toBe('cancelled')
})

it('ignores events of a run that is not shown any more', async () => {
  const { store, run } = await started()
  const shown = store.getState().run!
  store.setState({ run: { ...shown, id: 'run_another1' as RunId } })
  run.emit(begin('Get', 1))
  expect(store.getState().run?.order).toEqual([])
})

it('starts one run at a time and hands pinned outputs over as given', async () => {
  const { host, store, run } = await started()
  store.getState().start()
  expect(host.running()).toBe(run)
  await run.end({ status: 'succeeded', result: null })
  await host.pass(0)
  store.getState().pin(stepId('Get'), { pinned: true })
  store.getState().start({ until: stepId('Put') })
  expect(host.running().request).toMatchObject({ given: { [stepId('Get')]: { pinned: true } }, until: stepId('Put') })
})

it('X04 starts with the payload that was chosen', async () => {
  const { host, store, run } = await started()
  await run.end({ status: 'succeeded', result: null })
  await host.pass(0)
  const flow = doc.flowOrder[0]!
  store.getState().savePayload({ id: 'load_000001', flow, name: 'Example', value: { customer: 7 }, draft: null })
  store.getState().start()
  expect(host.running().request.trigger).toEqual({ customer: 7 })
})

describe('test data that cannot be stored', () => {
  const payload = { id: 'load_000001', flow: doc.flowOrder[0]!, name: 'Example', value: { n: 1 }, draft: null }

  async function onFullDisk() {
    const host = memoryHost([doc])
    const disk = { isFull: true, written: [] as string[] }
    const write = (what: string) => async () => {
      if (disk.isFull) return err(problem('quota-exceeded'))
      disk.written.push(what)
      return ok(undefined)
    }
    const runs = {
      ...host.ports.runs,
      save: (run: Run) => write(run.status)(),
      savePayload: (_: unknown, saved: { readonly name: string }) => write(saved.name)(),
      removePayload: (id: string) => write(`remove ${id}`)(),
      savePin: (_: unknown, step: string) => write(step)(),
    }
    const workbench = accepted(await openWorkbench({ ...host.ports, runs }, doc.id))
    return { ...workbench, host, disk, state: workbench.store.getState }
  }

  it('is told, and is stored with the next try: each thing once, as it was last', async () => {
    const { host, disk, state, close } = await onFullDisk()
    state().savePayload(payload)
    expect(state().testData.status).toBe('saving')
    await host.pass(0)
    expect(state().testData).toMatchObject({ status: 'unsaved', problem: { code: 'quota-exceeded' } })
    expect(hasUnsavedWork(state())).toBe(true)
    state().savePayload({ ...payload, name: 'Renamed' })
    state().pin(stepId('Get'), 7)
    state().start()
    await host.running().end({ status: 'succeeded', result: null })
    await host.pass(0)
    expect(state().testData.status).toBe('unsaved')
    disk.isFull = false
    await state().flush()
    expect(disk.written).toEqual(['Renamed', stepId('Get'), 'succeeded'])
    expect(state().testData).toEqual({ status: 'saved', problem: null })
    expect(hasUnsavedWork(state())).toBe(false)
    await close()
  })

  it('X09 is not replaced by what is stored when the tab takes over again', async () => {
    const { host, disk, state, close } = await onFullDisk()
    state().savePayload(payload)
    await host.pass(0)
    expect(await host.askHandOver()).toBe('unsaved')
    disk.isFull = false
    host.setClaim('read-only')
    await state().flush()
    expect(disk.written).toEqual([])
    host.setClaim('editing')
    await vi.waitFor(() => expect(state().mode).toBe('editing'))
    expect(state().payloads).toEqual([payload])
    await state().flush()
    expect(disk.written).toEqual([payload.name])
    await close()
  })
})

describe('opening another flow', () => {
  const twoFlows = docOf({ flows: [flow('Main', http('Get')), flow('Other', http('Put'))] })

  async function startedInMain() {
    const host = memoryHost([twoFlows])
    const kept: Run[] = []
    const save = async (run: Run) => {
      kept.push(run)
      return ok(undefined)
    }
    const runs = { ...host.ports.runs, save, list: async () => kept }
    const { store } = accepted(await openWorkbench({ ...host.ports, runs }, twoFlows.id))
    store.getState().start()
    return { host, store, run: host.running() }
  }

  it('shows the latest run of that flow, and none where it has not run', async () => {
    const { host, store, run } = await startedInMain()
    await run.end({ status: 'succeeded', result: null })
    await host.pass(0)
    const ended = store.getState().run
    store.getState().openFlow(flowId('Other'))
    await host.pass(0)
    expect(store.getState().run).toBeNull()
    store.getState().openFlow(flowId('Main'))
    await host.pass(0)
    expect(store.getState().run?.id).toBe(ended?.id)
  })

  it('goes on showing a run under way', async () => {
    const { host, store, run } = await startedInMain()
    store.getState().openFlow(flowId('Other'))
    await host.pass(0)
    run.emit(begin('Get', 1))
    expect(store.getState().run?.byStep[stepId('Get')]?.status).toBe('running')
  })
})

describe('a run while the vault is locked', () => {
  const connected = docOf({
    flows: [flow('Main', http('Get', { slot: 'API' }))],
    slots: [slot('API', 'http', 'api')],
  })

  it('X10 asks for the passphrase, and starts by itself with what was asked for', async () => {
    const host = memoryHost([connected])
    const { store } = accepted(await openWorkbench(host.ports, connected.id))
    await host.ports.vault.setPassphrase('correct horse battery', null)
    await host.ports.vault.lock()
    store.getState().start({ until: stepId('Get') })
    expect(store.getState().run).toBeNull()
    expect(vaultGateOf(host.ports.vault).store.getState().isAsked).toBe(true)
    await host.ports.vault.unlock('correct horse battery')
    await vi.waitFor(() => expect(host.running().request.until).toBe(stepId('Get')))
    expect(store.getState().run?.status).toBe('running')
  })

  it('X10 does not start when it stays locked, and can be asked for again', async () => {
    const host = memoryHost([connected])
    const { store } = accepted(await openWorkbench(host.ports, connected.id))
    host.vault.set({ protection: 'passphrase', access: 'locked' })
    const gate = vaultGateOf(host.ports.vault)
    store.getState().start()
    gate.refuse()
    await host.pass(1)
    expect(store.getState().run).toBeNull()
    store.getState().start()
    expect(gate.store.getState().isAsked).toBe(true)
  })

  it('X10 needs no passphrase where no step has a connection', async () => {
    const host = memoryHost([doc])
    const { store } = accepted(await openWorkbench(host.ports, doc.id))
    host.vault.set({ protection: 'passphrase', access: 'locked' })
    store.getState().start()
    expect(store.getState().run?.status).toBe('running')
  })
})
