import { err, isJsonObject, ok, problem, type JsonObject, type Problem, type Result } from '#base'
import { checkStructure, IntegrationDoc, SCHEMA_VERSION, unfitContent } from '#domain'
import { DOCUMENT_FORMAT, FORMAT_KEY } from './document-format.ts'
import { MIGRATIONS } from './migrations/index.ts'
import { migrateDocument } from './migrations/migrate-document.ts'
import { readJson } from './read-json.ts'
import { schemaProblem } from './schema-problem.ts'

/** A document that came in, and the version it had where that was an older one. */
export interface LoadedDocument {
  readonly doc: IntegrationDoc
  readonly migratedFrom: number | null
}

/** The document itself: files say in front what they are, stored documents need not. */
function withoutFormat(value: unknown): Result<JsonObject, Problem> {
  if (!isJsonObject(value)) return err(problem('document-unknown-format'))
  const { [FORMAT_KEY]: format, ...doc } = value
  if (format !== undefined && format !== DOCUMENT_FORMAT) {
    return err(problem('document-unknown-format', {}, { path: FORMAT_KEY }))
  }
  return ok(doc)
}

/**
 * The one door for documents, from wherever they come: text of a file or the clipboard, an object of the database or of
 * a message. Inert: nothing is evaluated or fetched. Limits first, then the version, migrations, the strict schema, and
 * what no schema can say. What is refused names its place in `at`; nothing of it gets in.
 */
export function loadDocument(input: unknown): Result<LoadedDocument, Problem> {
  const read = typeof input === 'string' ? readJson(input) : ok(input)
  if (!read.ok) return read
  const unfit = unfitContent(read.value)
  if (unfit) return err(unfit)
  const bare = withoutFormat(read.value)
  if (!bare.ok) return bare
  const migrated = migrateDocument(bare.value, MIGRATIONS, SCHEMA_VERSION)
  if (!migrated.ok) return migrated
  const parsed = IntegrationDoc.safeParse(migrated.value.doc)
  if (!parsed.success) return err(schemaProblem(parsed.error))
  const [broken] = checkStructure(parsed.data)
  return broken ? err(broken) : ok({ doc: parsed.data, migratedFrom: migrated.value.migratedFrom })
}
