import { createId } from '#base'
import type { IntegrationId } from '#domain'
import { claimDocument, type DocumentClaim } from '#storage'
import { describe, expect, it } from 'vitest'
import { createLocks } from '../../src/storage/locks.ts'

/** A tab's claim with the modes it was told of. */
async function tab(id: IntegrationId, locks = createLocks(), onHandOver?: () => Promise<void>) {
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
    const first = await tab(id, locks, async () => void log.push('saved'))
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
