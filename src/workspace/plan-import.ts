import { connectionsByKey, type IntegrationDoc, type IntegrationId, type StableKey, type Workspace } from '#domain'
import type { CreateId } from '#operations'

/** Where a document comes into. */
export interface ImportContext {
  /** The integrations that are there already. */
  readonly integrations: ReadonlySet<IntegrationId>
  readonly workspace: Workspace
  readonly createId: CreateId
}

/** The document as it comes in, and what it will not find. */
export interface ImportPlan {
  readonly doc: IntegrationDoc
  /** Stable keys of connections its slots hold and the workspace does not have, sorted. */
  readonly missing: readonly StableKey[]
}

/**
 * Plans the import of a document that was loaded. It keeps its id unless that is taken: then it is a copy. Its slots bind
 * by stable key, so connections that are there are found without doing anything.
 */
export function planImport(doc: IntegrationDoc, { integrations, workspace, createId }: ImportContext): ImportPlan {
  const known = connectionsByKey(workspace)
  const missing = new Set<StableKey>()
  for (const { connection } of Object.values(doc.slots)) {
    if (connection !== null && !known.has(connection)) missing.add(connection)
  }
  const id = integrations.has(doc.id) ? (createId('int') as IntegrationId) : doc.id
  return { doc: id === doc.id ? doc : { ...doc, id }, missing: [...missing].toSorted() }
}
