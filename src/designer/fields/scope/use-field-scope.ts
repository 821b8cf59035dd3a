import type { StepId } from '#domain'
import { useWorkbench, useWorkbenchStore, useWorkspace, type WorkbenchState } from '#workbench'
import { useMemo } from 'react'
import { nameInDoc, sameSources, type FieldScope, type ScopeSource } from './field-scope.ts'
import { sourcesOf } from './sources-of.ts'

/** What the inputs of a step may refer to. The same object until a name or a result in it changes. */
export function useFieldScope(step: StepId): FieldScope {
  const store = useWorkbenchStore()
  const catalog = useWorkspace((state) => state.catalog)
  const select = useMemo(() => {
    let known: readonly ScopeSource[] = []
    return (state: WorkbenchState) => {
      const next = sourcesOf({ ...resultsOf(state), catalog }, step)
      if (!sameSources(known, next)) known = next
      return known
    }
  }, [catalog, step])
  const sources = useWorkbench(select)
  const variableTable = useWorkbench((state) => state.doc.variables)
  return useMemo(
    () => ({
      sources,
      variables: Object.values(variableTable),
      nameOf: (id) => nameInDoc(store.getState().doc, id),
    }),
    [sources, variableTable, store],
  )
}

const resultsOf = ({ doc, run, pins, payloads, payload }: WorkbenchState) => ({ doc, run, pins, payloads, payload })
