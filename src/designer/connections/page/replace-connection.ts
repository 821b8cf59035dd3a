import { err, ok, problem, type Problem, type Result } from '#base'
import { diffDocs, type IntegrationDoc, type StableKey } from '#domain'
import { applyAll, labelOf, recordEntry } from '#operations'
import type { WorkbenchPorts } from '#workbench'
import { planReplaceConnection } from '#workspace'

type Ports = Pick<WorkbenchPorts, 'documents' | 'environment'>

/**
 * Lets every slot that holds a connection hold another one, or none, in each document: edits that can be undone there.
 * Stops at the first document that cannot be changed. Problems: `integration-open-elsewhere` {name}, and what loading,
 * editing or saving refuses.
 */
export async function replaceConnection(
  ports: Ports,
  docs: readonly IntegrationDoc[],
  from: StableKey,
  to: StableKey | null,
): Promise<Result<void, Problem>> {
  for (const { integration } of planReplaceConnection(docs, from, to)) {
    const claim = await ports.documents.claim(integration, {
      onChange: () => undefined,
      onHandOver: async () => 'saved',
    })
    const name = docs.find(({ id }) => id === integration)?.name ?? ''
    const replaced =
      claim.mode === 'editing'
        ? await replaceIn(ports, integration, from, to)
        : err(problem('integration-open-elsewhere', { name }))
    claim.release()
    if (!replaced.ok) return replaced
  }
  return ok(undefined)
}

/** Plans afresh on what is stored now: it may be newer than what the question was asked about. */
async function replaceIn(
  { documents, environment }: Ports,
  id: IntegrationDoc['id'],
  from: StableKey,
  to: StableKey | null,
): Promise<Result<void, Problem>> {
  const loaded = await documents.load(id)
  if (!loaded.ok) return loaded
  const { doc, history, revision } = loaded.value
  const operations = planReplaceConnection([doc], from, to)[0]?.operations ?? []
  if (operations.length === 0) return ok(undefined)
  const edited = applyAll(doc, operations)
  if (!edited.ok) return edited
  const entry = {
    label: labelOf(doc, operations),
    mergeKey: null,
    diff: [...diffDocs(doc, edited.value)],
    selectionBefore: [],
    selectionAfter: [],
    at: environment.now(),
  }
  const saved = await documents.save({ doc: edited.value, history: recordEntry(history, entry), revision })
  return saved.ok ? ok(undefined) : saved
}
