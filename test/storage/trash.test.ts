import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import {
  createIntegration,
  liveKeptCounts,
  liveTrash,
  loadIntegration,
  restoreIntegration,
  saveIntegration,
  trashIntegration,
  type KeptCounts,
  type TrashItem,
} from '#storage'
import { freshDatabase, sampleDoc, sampleHistory } from './sample.ts'
import { watched } from './watched.ts'

describe('the trash', () => {
  it('keeps a deleted integration with its undo history and gives it back', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc('Mine')
    const history = sampleHistory(doc, 2)
    await createIntegration(db, doc, history)
    const trash = watched<readonly TrashItem[]>((onChange) => liveTrash(db, onChange))
    const counts = watched<KeptCounts>((onChange) => liveKeptCounts(db, onChange))
    await trashIntegration(db, doc.id)
    expect((await loadIntegration(db, doc.id)).ok).toBe(false)
    expect(await trash.until((items) => items.length === 1)).toMatchObject([{ id: doc.id, name: 'Mine' }])
    expect(await counts.until(({ deleted }) => deleted === 1)).toEqual({ damaged: 0, deleted: 1 })
    expect(await restoreIntegration(db, doc.id)).toEqual({ ok: true, value: doc.id })
    expect(await loadIntegration(db, doc.id)).toEqual({ ok: true, value: { doc, history, revision: 1 } })
    expect(await restoreIntegration(db, doc.id)).toMatchObject({ error: { code: 'integration-not-in-trash' } })
    trash.stop()
    counts.stop()
  })

  it('gives an integration back as a copy where its id is taken by now, and overwrites nothing', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc('Deleted')
    const history = sampleHistory(doc, 1)
    await createIntegration(db, doc, history)
    await trashIntegration(db, doc.id)
    await createIntegration(db, { ...doc, name: 'Imported' })
    const edited = { ...doc, name: 'Imported and edited' }
    await saveIntegration(db, { doc: edited, history: sampleHistory(edited, 1), revision: 1 })
    const restored = await restoreIntegration(db, doc.id)
    if (!restored.ok) throw new Error(restored.error.code)
    expect(restored.value).not.toBe(doc.id)
    expect(await loadIntegration(db, doc.id)).toMatchObject({ value: { doc: edited, revision: 2 } })
    expect(await loadIntegration(db, restored.value)).toMatchObject({
      value: { doc: { ...doc, id: restored.value }, history },
    })
    expect(await db.trash.count()).toBe(0)
  })

  it('keeps the last fifty', async () => {
    let now = 0
    const db = await freshDatabase(() => (now += 1))
    const docs = Array.from({ length: 52 }, (_, index) => sampleDoc(`${index}`))
    for (const doc of docs) {
      await createIntegration(db, doc)
      await trashIntegration(db, doc.id)
    }
    const trash = watched<readonly TrashItem[]>((onChange) => liveTrash(db, onChange))
    const items = await trash.until(() => true)
    expect([items.length, items[0]?.name, items.at(-1)?.name]).toEqual([50, '51', '2'])
    trash.stop()
  })
})
