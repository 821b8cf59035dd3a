import 'fake-indexeddb/auto'
import { err, ok, problem, type Problem, type Result } from '#base'
import {
  claimDocument,
  createIntegration,
  listTestPayloads,
  liveDocument,
  loadIntegration,
  readPins,
  saveIntegration,
  savePin,
  saveTestPayload,
} from '#storage'
import { openWorkbench, type DocumentPort, type WorkbenchPorts } from '#workbench'
import { describe, expect, it, vi } from 'vitest'
import { createLocks } from '../../src/storage/locks.ts'
import { accepted, refused } from '../fixtures/accepted.ts'
import { flowOf, http, stepId } from '../fixtures/doc-builder.ts'
import { memoryHost } from '../fixtures/memory-ports.ts'
import { freshDatabase } from '../storage/sample.ts'

const doc = flowOf(http('Get'), http('Put'))
const [flow] = doc.flowOrder

/** Tabs over one database and its locks, as those of a browser. */
async function browser() {
  const db = await freshDatabase()
  await createIntegration(db, doc)
  const locks = createLocks()
  const name = db.name
  const portsOf = (documents: Partial<DocumentPort>): WorkbenchPorts => {
    const { ports } = memoryHost()
    return {
      ...ports,
      environment: {
        ...ports.environment,
        now: () => Date.now(),
        setTimer: (run, milliseconds) => {
          const timer = setTimeout(run, milliseconds)
          return () => clearTimeout(timer)
        },
      },
      runs: {
        ...ports.runs,
        pins: (id) => readPins(db, id),
        savePin: (id, step, output) => savePin(db, id, step, output),
        payloads: (id, of) => listTestPayloads(db, id, of),
        savePayload: (id, payload) => saveTestPayload(db, id, payload),
      },
      documents: {
        ...ports.documents,
        load: (id) => loadIntegration(db, id),
        save: (stored) => saveIntegration(db, stored),
        watch: (id, onChange) => liveDocument(db, id, onChange),
        claim: (id, options) => claimDocument(id, { ...options, locks, name }),
        create: async (copy) => {
          const created = await createIntegration(db, copy)
          return created.ok ? ok(undefined) : created
        },
        ...documents,
      },
    }
  }
  return {
    db,
    stored: async () => accepted(await loadIntegration(db, doc.id)),
    open: async (documents: Partial<DocumentPort> = {}) => {
      const { store, close } = accepted(await openWorkbench(portsOf(documents), doc.id))
      return {
        store,
        close,
        state: store.getState,
        rename: (to: string) => store.getState().dispatch({ type: 'integration/rename', name: to }),
        isSaved: () => vi.waitFor(() => expect(store.getState().save).toEqual({ status: 'saved', problem: null })),
        is: (mode: 'editing' | 'read-only') => vi.waitFor(() => expect(store.getState().mode).toBe(mode)),
        shows: (title: string) => vi.waitFor(() => expect(store.getState().doc.name).toBe(title)),
      }
    },
  }
}

/** Saving as a test wants it: refused while there is a problem, and held back between `hold` and `letGo`. */
function disk(save: DocumentPort['save']) {
  let refusal: Problem | null = null
  let held: Promise<void> | null = null
  let letGo: () => void = () => undefined
  return {
    save: async (stored: Parameters<DocumentPort['save']>[0]): Promise<Result<number, Problem>> => {
      await held
      return refusal ? err(refusal) : save(stored)
    },
    refuse: (next: Problem | null) => {
      refusal = next
    },
    hold: () => {
      held = new Promise((resolve) => {
        letGo = resolve
      })
    },
    letGo: () => {
      held = null
      letGo()
    },
  }
}

describe('X09 taking over', () => {
  it('X09 nothing is typed any more from the moment the tab is asked to save, so nothing is lost and nothing conflicts', async () => {
    const tabs = await browser()
    const slow = disk((stored) => saveIntegration(tabs.db, stored))
    const first = await tabs.open({ save: slow.save })
    const second = await tabs.open()
    slow.hold()
    accepted(first.rename('Typed in time'))
    const taken = second.state().takeOver()
    await first.is('read-only')
    expect(refused(first.rename('Typed too late')).code).toBe('read-only')
    slow.letGo()
    expect(await taken).toBe('saved')
    await second.is('editing')
    expect(second.state().doc.name).toBe('Typed in time')
    accepted(second.rename('And on it goes'))
    await second.isSaved()
    await first.shows('And on it goes')
    expect(first.state().save).toEqual({ status: 'saved', problem: null })
    await first.close()
    await second.close()
  })

  it('X09 work that could not be saved stays in its tab, where it can be kept as a copy, and the other tab is told', async () => {
    const tabs = await browser()
    const full = disk((stored) => saveIntegration(tabs.db, stored))
    const first = await tabs.open({ save: full.save })
    const second = await tabs.open()
    full.refuse(problem('quota-exceeded'))
    first.rename('Hours of work')
    await vi.waitFor(() => expect(first.state().save.status).toBe('unsaved'))
    expect(await second.state().takeOver()).toBe('unsaved')
    await second.is('editing')
    await vi.waitFor(() => expect(first.state().save.problem?.code).toBe('taken-over'))
    second.rename('Typed in the other tab')
    await second.isSaved()
    await first.state().flush()
    expect(first.state().doc.name).toBe('Hours of work')
    expect(first.state().history.done).toHaveLength(1)
    expect((await tabs.stored()).doc.name).toBe('Typed in the other tab')

    const copy = accepted(await first.state().keepAsCopy('Hours of work (copy)'))
    expect(accepted(await loadIntegration(tabs.db, copy)).doc).toEqual({
      ...first.state().doc,
      id: copy,
      name: 'Hours of work (copy)',
    })
    expect(first.state().save).toEqual({ status: 'saved', problem: null })
    await first.close()
    await second.close()
    expect((await tabs.stored()).doc.name).toBe('Typed in the other tab')
  })

  it('X09 unsaved work is saved when the tab edits again, or conflicts with what was saved in between', async () => {
    const tabs = await browser()
    const full = disk((stored) => saveIntegration(tabs.db, stored))
    const first = await tabs.open({ save: full.save })
    const second = await tabs.open()
    full.refuse(problem('quota-exceeded'))
    first.rename('Mine')
    await second.state().takeOver()
    await second.is('editing')
    full.refuse(null)
    expect(await first.state().takeOver()).toBe('saved')
    await first.is('editing')
    await first.isSaved()
    expect((await tabs.stored()).doc.name).toBe('Mine')

    full.refuse(problem('quota-exceeded'))
    first.rename('Mine again')
    await second.state().takeOver()
    await second.is('editing')
    second.rename('Theirs')
    await second.isSaved()
    full.refuse(null)
    await first.state().takeOver()
    await vi.waitFor(() => expect(first.state().save.problem?.code).toBe('revision-conflict'))
    expect(first.state()).toMatchObject({ mode: 'editing', doc: { name: 'Mine again' } })
    expect((await tabs.stored()).doc.name).toBe('Theirs')
    await first.close()
    await second.close()
  })

  it('X09 a tab that is taken over before it answers writes nothing more, and keeps what it has not written', async () => {
    const tabs = await browser()
    const slow = disk((stored) => saveIntegration(tabs.db, stored))
    const first = await tabs.open({ save: slow.save })
    const second = await tabs.open()
    slow.hold()
    first.rename('Being written')
    const writing = first.state().flush()
    first.rename('Not written yet')
    expect(await second.state().takeOver()).toBeNull()
    await second.is('editing')
    slow.letGo()
    await writing
    expect(first.state()).toMatchObject({ doc: { name: 'Not written yet' }, save: { problem: { code: 'taken-over' } } })
    expect((await tabs.stored()).doc.name).toBe('Being written')
    await first.close()
    await second.close()
    expect((await tabs.stored()).doc.name).toBe('Being written')
  })

  it('X09 pins and test payloads are those the other tab stored, and each is written on its own', async () => {
    const tabs = await browser()
    const payload = { id: 'load_aaaaaa', flow: flow!, name: 'An order', value: { n: 1 }, draft: null }
    await saveTestPayload(tabs.db, doc.id, payload)
    const first = await tabs.open()
    const second = await tabs.open()
    first.state().pin(stepId('Get'), 'pinned in the first')
    first.state().savePayload({ ...payload, value: { n: 2 } })
    await second.state().takeOver()
    await second.is('editing')
    second.state().pin(stepId('Put'), 'pinned in the second')
    second.state().savePayload({ ...second.state().payloads[0]!, name: 'Renamed in the second' })
    await second.state().flush()
    expect(await readPins(tabs.db, doc.id)).toEqual({
      [stepId('Get')]: 'pinned in the first',
      [stepId('Put')]: 'pinned in the second',
    })
    expect(await listTestPayloads(tabs.db, doc.id, flow!)).toEqual([
      { ...payload, name: 'Renamed in the second', value: { n: 2 } },
    ])
    // Who only looks on would write over the other.
    first.state().pin(stepId('Get'), 'while looking on')
    first.state().removePayload(payload.id)
    await first.state().flush()
    expect(Object.values(await readPins(tabs.db, doc.id))).not.toContain('while looking on')
    expect(await listTestPayloads(tabs.db, doc.id, flow!)).toHaveLength(1)
    await first.close()
    await second.close()
  })

  it('X09 a tab that got the claim and lost it again while it was reading does not edit', async () => {
    const host = memoryHost([doc], 'read-only')
    const reads: (() => void)[] = []
    const { load } = host.ports.documents
    let isSlow = false
    const documents: DocumentPort = {
      ...host.ports.documents,
      load: async (id) => {
        if (isSlow) await new Promise<void>((resolve) => reads.push(resolve))
        return load(id)
      },
    }
    const { store } = accepted(await openWorkbench({ ...host.ports, documents }, doc.id))
    isSlow = true
    host.setClaim('editing')
    host.setClaim('read-only')
    for (const read of reads) read()
    await host.pass(0)
    expect(store.getState().mode).toBe('read-only')
  })

  it('X09 a tab that handed over for nothing edits again', async () => {
    const host = memoryHost([doc])
    const { store } = accepted(await openWorkbench(host.ports, doc.id))
    expect(await host.askHandOver()).toBe('saved')
    expect(store.getState().mode).toBe('read-only')
    host.setClaim('read-only')
    host.setClaim('editing')
    await vi.waitFor(() => expect(store.getState().mode).toBe('editing'))
  })
})
