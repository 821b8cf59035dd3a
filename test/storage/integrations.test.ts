import 'fake-indexeddb/auto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  allDocuments,
  createIntegration,
  liveDocument,
  liveIntegrations,
  liveQuarantine,
  loadIntegration,
  saveIntegration,
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
  it('is set aside as it was found, reported, and others load', async () => {
    const db = await freshDatabase()
    const [good, bad] = [sampleDoc('good'), sampleDoc('bad')]
    await createIntegration(db, good)
    await createIntegration(db, bad)
    await db.documents.put({ id: bad.id, doc: { ...bad, steps: 'nonsense' } })
    expect((await loadIntegration(db, bad.id)).ok).toBe(false)
    const quarantine = watched<readonly { raw: unknown }[]>((onChange) => liveQuarantine(db, onChange))
    const [row] = await quarantine.until((rows) => rows.length === 1)
    expect(row).toMatchObject({ key: bad.id, raw: { document: { doc: { steps: 'nonsense' } } } })
    expect(await loadIntegration(db, bad.id)).toMatchObject({ error: { code: 'integration-not-found' } })
    expect((await loadIntegration(db, good.id)).ok).toBe(true)
    expect(await allDocuments(db)).toHaveLength(1)
    quarantine.stop()
  })

  it('does not take its list with it', async () => {
    const db = await freshDatabase()
    await createIntegration(db, sampleDoc('good'))
    await db.integrations.put({ id: 'int_broken1', updatedAt: 5 } as unknown as IntegrationRow)
    const list = watched<readonly IntegrationRow[]>((onChange) => liveIntegrations(db, onChange))
    const rows = await list.until(() => true)
    expect(rows.map(({ name }) => name)).toEqual(['good'])
    const quarantine = watched<readonly { key: string }[]>((onChange) => liveQuarantine(db, onChange))
    expect((await quarantine.until((found) => found.length > 0))[0]).toMatchObject({ key: 'int_broken1' })
    list.stop()
    quarantine.stop()
  })

  it('keeps its document when only the undo history is damaged', async () => {
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
