import { mapResult, type Problem, type Result } from '#base'
import type { EditHistory, IntegrationDoc } from '#domain'
import { loadDocument } from '#format'

/** A document with its undo history as it is stored. `revision` counts up with every save. */
export interface StoredDocument {
  readonly doc: IntegrationDoc
  readonly history: EditHistory
  readonly revision: number
}

/** The document of a row or of a file's text, through the one door. */
export function parseDocument(raw: unknown): Result<IntegrationDoc, Problem> {
  return mapResult(loadDocument(raw), ({ doc }) => doc)
}
