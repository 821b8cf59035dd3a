import { createId } from '#base'
import type { IntegrationId } from '#domain'
import { claimDocument, type DocumentClaim } from '#storage'
import { describe, expect, it, vi } from 'vitest'
import { createLocks } from '../../src/storage/locks.ts'

/** A tab's claim with the modes it was told of. */
async function tab(id: IntegrationId, locks = createLocks(), onHandOver?: () => Promise<'saved' | 'unsaved'>) {
  const waiting: (() => void)[] = []
  const told: DocumentClaim['mode'][] = []
  const claim = await claimDocument(id, {
    locks,
    onChange: (mode) => {
      told.push(mode)
      for (const check of waiting) check()
    },
    ...(onHandOver ? { onHandOver } : {}),
  })
  const until = (mode: DocumentClaim['mode']) =>
    new Promise<void>((resolve) => {
      const check = () => claim.mode === mode && resolve()
      waiting.push(check)
      check()
    })
  return { claim, told, until }
}

const someId = () => createId('int') as IntegrationId

describe('X09 claiming a document', () => {
  it('lets the first tab edit and makes the second read-only', async () => {
    const [id, locks] = [someId(), createLocks()]
    const [first, second] = [await tab(id, locks), await tab(id, locks)]
    expect([first.claim.mode, second.claim.mode]).toEqual(['editing', 'read-only'])
    const other = await tab(someId(), locks)
    expect(other.claim.mode).toBe('editing')
    for (const { claim } of [first, second, other]) claim.release()
  })

  it('hands on to a waiting tab when the one that edits is gone', async () => {
    const [id, locks] = [someId(), createLocks()]
    const [first, second] = [await tab(id, locks), await tab(id, locks)]
    first.claim.release()
    await second.until('editing')
    expect(second.told).toEqual(['editing'])
    second.claim.release()
  })

  it('asks the other tab to save before it is taken over, and back again', async () => {
    const [id, locks] = [someId(), createLocks()]
    const log: string[] = []
    const first = await tab(id, locks, async () => {
      log.push('saved')
      return 'saved'
    })
    const second = await tab(id, locks)
    await second.claim.takeOver()
    log.push('taken')
    await first.until('read-only')
    expect(log).toEqual(['saved', 'taken'])
    expect(second.claim.mode).toBe('editing')
    await first.claim.takeOver()
    await second.until('read-only')
    expect(first.claim.mode).toBe('editing')
    second.claim.release()
    first.claim.release()
  })

  it('takes over from a tab that no longer answers', async () => {
    const [id, locks] = [someId(), createLocks()]
    const first = await tab(id, locks, () => new Promise(() => undefined))
    const second = await tab(id, locks)
    await second.claim.takeOver()
    await first.until('read-only')
    expect(second.claim.mode).toBe('editing')
    for (const { claim } of [first, second]) claim.release()
  })

  it('says whether the tab that edited has stored its work', async () => {
    const [id, locks] = [someId(), createLocks()]
    let said: 'saved' | 'unsaved' = 'unsaved'
    const first = await tab(id, locks, async () => said)
    const second = await tab(id, locks)
    expect(await second.claim.takeOver()).toBe('unsaved')
    await first.until('read-only')
    await first.claim.takeOver()
    await second.until('read-only')
    said = 'saved'
    expect(await second.claim.takeOver()).toBe('saved')
    for (const { claim } of [first, second]) claim.release()
  })

  it('is the turn of the tab that edited again when the one that asked for it never took it', async () => {
    const id = someId()
    const first = await tab(id)
    const gone = new BroadcastChannel(`patchbay:document:${id}`)
    gone.postMessage('hand-over')
    await vi.waitFor(() => expect(first.told).toEqual(['read-only', 'editing']), { timeout: 5000 })
    expect(first.claim.mode).toBe('editing')
    gone.close()
    first.claim.release()
  })

  it('can be closed while it hands over', async () => {
    const [id, locks] = [someId(), createLocks()]
    let finish: () => void = () => undefined
    const saved = new Promise<'saved'>((resolve) => {
      finish = () => resolve('saved')
    })
    const onHandOver = vi.fn(() => saved)
    const [first, second] = [await tab(id, locks, onHandOver), await tab(id, locks)]
    const taken = second.claim.takeOver()
    await vi.waitFor(() => expect(onHandOver).toHaveBeenCalledOnce())
    first.claim.release()
    finish()
    expect(await taken).toBeNull()
    expect(second.claim.mode).toBe('editing')
    second.claim.release()
  })

  it('tells nobody anything after it was released', async () => {
    const [id, locks] = [someId(), createLocks()]
    const [first, second] = [await tab(id, locks), await tab(id, locks)]
    second.claim.release()
    first.claim.release()
    const third = await tab(id, locks)
    expect(third.claim.mode).toBe('editing')
    expect([...first.told, ...second.told]).toEqual([])
    third.claim.release()
  })
})
