import { ok } from '#base'
import {
  allDocuments,
  claimDocument,
  createIntegration,
  liveDocument,
  liveIntegrations,
  loadIntegration,
  rawDocument,
  restoreIntegration,
  saveIntegration,
  trashIntegration,
  type Database,
} from '#storage'
import type { DocumentPort } from '#workbench'

/** Documents in this browser's database. */
export function createDocumentPort(database: Database, parse: DocumentPort['parse']): DocumentPort {
  return {
    load: (id) => loadIntegration(database, id),
    save: (document) => saveIntegration(database, document),
    watch: (id, onChange) => liveDocument(database, id, onChange),
    claim: (id, options) => claimDocument(id, options),
    create: async (doc) => {
      const created = await createIntegration(database, doc)
      return created.ok ? ok(undefined) : created
    },
    remove: (id) => trashIntegration(database, id),
    restore: (id) => restoreIntegration(database, id),
    list: (onChange) => liveIntegrations(database, onChange),
    all: () => allDocuments(database),
    raw: (id) => rawDocument(database, id),
    parse,
  }
}
