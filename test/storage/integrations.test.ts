import 'fake-indexeddb/auto'
import { loadDocument } from '#format'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allDocuments,
  createIntegration,
  liveDocument,
  liveIntegrations,
  collectDamaged,
  loadIntegration,
  rawDocument,
  restoreIntegration,
  saveIntegration,
  trashIntegration,
  type Database,
  type IntegrationRow,
  type StoredDocument,
} from '#storage'
import { freshDatabase, sampleDoc, sampleHistory } from './sample.ts'
import { watched } from './watched.ts'

describe('saving', () => {
  it('gives document and undo history back after a reload', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc()
    await createIntegration(db, doc)
    const history = sampleHistory({ ...doc, name: 'New' }, 3)
    expect(await saveIntegration(db, { doc: { ...doc, name: 'New' }, history, revision: 1 })).toEqual({
      ok: true,
      value: 2,
    })
    expect(await loadIntegration(db, doc.id)).toEqual({
      ok: true,
      value: { doc: { ...doc, name: 'New' }, history, revision: 2 },
    })
  })

  it('refuses a save that started from another revision, and changes nothing', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc()
    await createIntegration(db, doc)
    const edit = (name: string, revision: number) =>
      saveIntegration(db, { doc: { ...doc, name }, history: sampleHistory(doc, 1), revision })
    const results = await Promise.all([edit('first', 1), edit('second', 1)])
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(results.find(({ ok }) => !ok)).toMatchObject({
      error: { code: 'revision-conflict', params: { base: 1, stored: 2 } },
    })
    expect(await loadIntegration(db, doc.id)).toMatchObject({ value: { doc: { name: 'first' }, revision: 2 } })
  })

  it('refuses to create an id twice and to save what was deleted', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc()
    await createIntegration(db, doc)
    expect(await createIntegration(db, doc)).toMatchObject({ error: { code: 'integration-exists' } })
    const other = sampleDoc()
    expect(await saveIntegration(db, { doc: other, history: sampleHistory(other, 0), revision: 1 })).toMatchObject({
      error: { code: 'integration-not-found' },
    })
  })

  it('says when the browser has no space left, and keeps what was stored', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc()
    await createIntegration(db, doc)
    db.documents.hook('updating', () => {
      throw new DOMException('full', 'QuotaExceededError')
    })
    expect(
      await saveIntegration(db, { doc: { ...doc, name: 'x' }, history: sampleHistory(doc, 1), revision: 1 }),
    ).toMatchObject({
      error: { code: 'quota-exceeded' },
    })
    expect(await loadIntegration(db, doc.id)).toMatchObject({ value: { doc: { name: 'Sample' }, revision: 1 } })
  })

  it('writes nothing into a newer database', async () => {
    const db = await freshDatabase()
    db.readOnly = true
    expect(await createIntegration(db, sampleDoc())).toMatchObject({ error: { code: 'database-too-new' } })
    expect(await db.documents.count()).toBe(0)
  })

  it('gives back whatever document was saved', async () => {
    const db = await freshDatabase()
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.json(), async (name, foreign) => {
        const doc = { ...sampleDoc(name), foreign: { kept: JSON.parse(foreign) } }
        await createIntegration(db, doc)
        expect(await loadIntegration(db, doc.id)).toMatchObject({ ok: true, value: { doc: { name } } })
      }),
      { numRuns: 50 },
    )
  })
})

describe('a damaged document', () => {
  /** A database with a good document and a damaged one. */
  async function withDamaged() {
    const db = await freshDatabase()
    const [good, bad] = [sampleDoc('good'), sampleDoc('bad')]
    await createIntegration(db, good)
    await createIntegration(db, bad, sampleHistory(bad, 2))
    await db.documents.put({ id: bad.id, doc: { ...bad, steps: 'nonsense' } })
    return { db, good, bad, kept: async () => [await db.integrations.count(), await db.histories.count()] }
  }

  it('stays where it is, says so whenever it is opened, can be taken out as a file, and others load', async () => {
    const { db, good, bad, kept } = await withDamaged()
    for (let time = 0; time < 2; time += 1) {
      expect(await loadIntegration(db, bad.id)).toMatchObject({
        error: { code: 'document-invalid', at: { path: 'steps' } },
      })
    }
    expect(await kept()).toEqual([2, 2])
    expect(JSON.parse((await rawDocument(db, bad.id))!)).toEqual({
      ...bad,
      steps: 'nonsense',
    })
    expect(await rawDocument(db, sampleDoc().id)).toBeUndefined()
    expect((await loadIntegration(db, good.id)).ok).toBe(true)
    expect(await allDocuments(db)).toHaveLength(1)
    expect(await createIntegration(db, bad)).toMatchObject({ error: { code: 'integration-exists' } })
  })

  it('stays where it is for whoever follows or lists it, so that the tab that edits can save over it', async () => {
    const { db, bad, kept } = await withDamaged()
    const list = watched<readonly IntegrationRow[]>((onChange) => liveIntegrations(db, onChange))
    const follower = watched<StoredDocument>((onChange) => liveDocument(db, bad.id, onChange))
    await list.until((rows) => rows.length === 2)
    await collectDamaged(db)
    expect(await kept()).toEqual([2, 2])
    expect(await saveIntegration(db, { doc: bad, history: sampleHistory(bad, 0), revision: 1 })).toMatchObject({
      value: 2,
    })
    expect((await follower.until(({ revision }) => revision === 2)).doc).toEqual(bad)
    expect(await db.quarantine.count()).toBe(0)
    list.stop()
    follower.stop()
  })

  it('can be imported again from that file where a number is all that is wrong: it becomes null', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc()
    await createIntegration(db, doc)
    await db.documents.put({ id: doc.id, doc: { ...doc, foreign: { limit: Infinity } } })
    expect(await loadIntegration(db, doc.id)).toMatchObject({ error: { code: 'content-number' } })
    expect(loadDocument(await rawDocument(db, doc.id))).toMatchObject({
      value: { doc: { ...doc, foreign: { limit: null } } },
    })
  })
})

describe('a damaged row', () => {
  const listed = async (db: Database) => {
    const list = watched<readonly IntegrationRow[]>((onChange) => liveIntegrations(db, onChange))
    const rows = await list.until(() => true)
    list.stop()
    return rows
  }

  it.each([
    ['is no row any more', (id: string) => ({ id, revision: 'x', updatedAt: 5, name: 3 })],
    ['has lost what it is sorted by', (id: string) => ({ id })],
    ['is gone', () => null],
  ])('that %s is made again from its document', async (_what, damaged) => {
    const db = await freshDatabase()
    const doc = sampleDoc('Whole', 2)
    await createIntegration(db, doc)
    const row = damaged(doc.id)
    if (row) await db.integrations.put(row as unknown as IntegrationRow)
    else await db.integrations.delete(doc.id)
    expect(await listed(db)).toMatchObject([{ id: doc.id, name: 'Whole', steps: 3, revision: 1 }])
    expect(await loadIntegration(db, doc.id)).toMatchObject({ value: { doc, revision: 1 } })
    expect(await saveIntegration(db, { doc, history: sampleHistory(doc, 0), revision: 1 })).toMatchObject({ value: 2 })
    expect(await db.integrations.get(doc.id)).toMatchObject({ name: 'Whole', revision: 2 })
    await trashIntegration(db, doc.id)
    await db.trash.update(doc.id, { row: null })
    expect(await restoreIntegration(db, doc.id)).toEqual({ ok: true, value: doc.id })
    expect(await listed(db)).toMatchObject([{ id: doc.id, name: 'Whole' }])
  })

  it('beside a document that is damaged too is still listed, so that both can be seen to', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc()
    await createIntegration(db, doc)
    await db.documents.put({ id: doc.id, doc: 7 })
    await db.integrations.put({ id: doc.id, revision: 4, name: 'Was mine' } as IntegrationRow)
    expect(await listed(db)).toMatchObject([{ id: doc.id, name: 'Was mine', revision: 4, steps: 0 }])
  })

  it('without a document is not listed, and its id is free', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc('good')
    await createIntegration(db, doc)
    await db.integrations.put({ id: 'int_broken1', updatedAt: 5 } as unknown as IntegrationRow)
    expect((await listed(db)).map(({ name }) => name)).toEqual(['good'])
    expect(await createIntegration(db, { ...doc, id: 'int_broken1' as typeof doc.id })).toMatchObject({ ok: true })
  })
})

describe('a damaged history', () => {
  it('leaves the document as it is', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc()
    await createIntegration(db, doc)
    await db.histories.put({ id: doc.id, history: 7 })
    expect(await loadIntegration(db, doc.id)).toMatchObject({ value: { doc, history: { done: [], undone: [] } } })
  })
})

describe('live', () => {
  it('lists the last edited first and follows every change', async () => {
    let now = 0
    const db = await freshDatabase(() => (now += 1))
    const [a, b] = [sampleDoc('a', 3), sampleDoc('b')]
    await createIntegration(db, a)
    await createIntegration(db, b)
    const list = watched<readonly IntegrationRow[]>((onChange) => liveIntegrations(db, onChange))
    await list.until((rows) => rows.map(({ name }) => name).join('') === 'ba')
    await saveIntegration(db, { doc: a, history: sampleHistory(a, 1), revision: 1 })
    const rows = await list.until((found) => found.map(({ name }) => name).join('') === 'ab')
    expect(rows[0]).toMatchObject({ flows: 1, steps: 4, revision: 2 })
    list.stop()
  })

  it('X09 follows a document that another tab saves', async () => {
    const db = await freshDatabase()
    const doc = sampleDoc()
    await createIntegration(db, doc)
    const follower = watched<StoredDocument>((onChange) => liveDocument(db, doc.id, onChange))
    await follower.until(({ revision }) => revision === 1)
    await saveIntegration(db, { doc: { ...doc, name: 'Theirs' }, history: sampleHistory(doc, 1), revision: 1 })
    expect((await follower.until(({ revision }) => revision === 2)).doc.name).toBe('Theirs')
    follower.stop()
  })
})
