import { migrateDocument, type Migration } from '#format'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../../fixtures/accepted.ts'

/** What numbered migrations look like: title becomes name in 2, labels appear in 3. */
const MIGRATIONS: readonly Migration[] = [
  { from: 1, migrate: ({ title = '', ...doc }) => ({ ...doc, name: title }) },
  { from: 2, migrate: (doc) => ({ ...doc, labels: [] }) },
]

describe('migrateDocument', () => {
  it('passes a document through every migration from its version on, in their order', () => {
    const first = { schemaVersion: 1, title: 'Old' }
    expect(accepted(migrateDocument(first, MIGRATIONS, 3))).toEqual({
      doc: { schemaVersion: 3, name: 'Old', labels: [] },
      migratedFrom: 1,
    })
    expect(first).toEqual({ schemaVersion: 1, title: 'Old' })
    expect(accepted(migrateDocument({ schemaVersion: 2, name: 'N' }, MIGRATIONS, 3))).toEqual({
      doc: { schemaVersion: 3, name: 'N', labels: [] },
      migratedFrom: 2,
    })
  })

  it('leaves a document of the current version alone', () => {
    const doc = { schemaVersion: 3 }
    expect(accepted(migrateDocument(doc, MIGRATIONS, 3))).toEqual({ doc, migratedFrom: null })
  })

  it('refuses what it cannot know, and says which version', () => {
    expect(refused(migrateDocument({ schemaVersion: 4 }, MIGRATIONS, 3))).toMatchObject({
      code: 'document-too-new',
      params: { version: 4, supported: 3 },
    })
    for (const schemaVersion of [0, 1.5, '1', null, -1]) {
      expect(refused(migrateDocument({ schemaVersion }, MIGRATIONS, 3)).code).toBe('document-unknown-format')
    }
  })

  it('says which version could not be brought up to date when a migration fails or is missing', () => {
    const failing: Migration = {
      from: 2,
      migrate: () => {
        throw new TypeError('no')
      },
    }
    for (const list of [[MIGRATIONS[0]!, failing], [MIGRATIONS[0]!]]) {
      expect(refused(migrateDocument({ schemaVersion: 1 }, list, 3))).toMatchObject({
        code: 'document-migration-failed',
        params: { version: 2 },
      })
    }
  })
})
