import { isConnectorStep, type Connection, type StepId } from '#domain'
import { useWorkbench, useWorkspace } from '#workbench'

/** The connection a step uses, by its slot; `undefined` when it has none, or the workspace does not know it. */
export function useStepConnection(step: StepId): Connection | undefined {
  const key = useWorkbench((state) => {
    const record = state.doc.steps[step]
    const slot = record && isConnectorStep(record) && record.slot ? state.doc.slots[record.slot] : undefined
    return slot?.connection
  })
  return useWorkspace((state) =>
    Object.values(state.workspace.connections).find((connection) => connection.stableKey === key),
  )
}
