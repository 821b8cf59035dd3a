import { err, ok, problem } from '#base'
import type { IntegrationDoc } from '#domain'
import { openWorkbench } from '#workbench'
import { expect, it } from 'vitest'
import { accepted } from '../fixtures/accepted.ts'
import { flowOf, http } from '../fixtures/doc-builder.ts'
import { memoryHost } from '../fixtures/memory-ports.ts'

/** A disk that takes as long as the test wants, and refuses a save that is not based on what it holds. */
async function onSlowDisk(doc: IntegrationDoc) {
  const host = memoryHost([doc])
  const waiting: (() => void)[] = []
  const written: string[] = []
  let revision = 1
  const ports = {
    ...host.ports,
    documents: {
      ...host.ports.documents,
      save: async (document: Parameters<typeof host.ports.documents.save>[0]) => {
        await new Promise<void>((resolve) => waiting.push(resolve))
        if (document.revision !== revision) return err(problem('document-conflict'))
        written.push(document.doc.name)
        revision += 1
        return ok(revision)
      },
    },
  }
  const { store } = accepted(await openWorkbench(ports, doc.id))
  return {
    store,
    written,
    underWay: () => waiting.length,
    pass: host.pass,
    /** The disk finishes the write it is at. */
    finishWrite: async () => {
      waiting.shift()?.()
      await host.pass(0)
    },
    rename: (name: string) => store.getState().dispatch({ type: 'integration/rename', name }),
  }
}

it('X01 one write at a time: edits and flushes while a slow write is under way make one more, and no conflict', async () => {
  const disk = await onSlowDisk(flowOf(http('Get')))
  disk.rename('a')
  await disk.pass(200)
  expect(disk.underWay()).toBe(1)
  // Each is due before the first write is done; so is the page being hidden.
  disk.rename('b')
  await disk.pass(200)
  disk.rename('c')
  await disk.pass(200)
  const flushed = disk.store.getState().flush()
  await disk.finishWrite()
  expect(disk.underWay()).toBe(1)
  await disk.finishWrite()
  await flushed
  expect(disk.written).toEqual(['a', 'c'])
  expect(disk.store.getState().save).toEqual({ status: 'saved', problem: null })
  expect(disk.underWay()).toBe(0)
})

it('a flush while a write is under way resolves only when the newest edit is stored', async () => {
  const disk = await onSlowDisk(flowOf(http('Get')))
  disk.rename('a')
  await disk.pass(200)
  disk.rename('b')
  let isFlushed = false
  const flushed = disk.store
    .getState()
    .flush()
    .then(() => {
      isFlushed = true
    })
  await disk.finishWrite()
  expect(isFlushed).toBe(false)
  await disk.finishWrite()
  await flushed
  expect(disk.written).toEqual(['a', 'b'])
})

it('an edit after a quiet time is being written at once: a reload right after it loses nothing', async () => {
  const disk = await onSlowDisk(flowOf(http('Get')))
  disk.rename('a')
  await disk.pass(0)
  expect(disk.underWay()).toBe(1)
  await disk.finishWrite()
  // The next of a burst waits for its turn, so that typing does not write every letter.
  disk.rename('ab')
  await disk.pass(0)
  expect(disk.underWay()).toBe(0)
  await disk.pass(150)
  expect(disk.underWay()).toBe(1)
})
