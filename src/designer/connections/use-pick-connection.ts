import type { Connection, StepId } from '#domain'
import { planClearConnection, planPickConnection } from '#operations'
import { problemText, textOf, useTranslation } from '#texts'
import { showToast } from '#ui'
import { usePorts, useWorkbenchStore, useWorkspaceStore } from '#workbench'

/** Ways to change which connection one step uses; each is one undoable edit and leaves all other steps alone. */
export interface PickConnectionCommands {
  readonly pick: (connection: Connection) => void
  readonly clear: () => void
}

/** The commands for a step. What the document refuses is said in a message. */
export function usePickConnection(step: StepId): PickConnectionCommands {
  const { t } = useTranslation()
  const workbench = useWorkbenchStore()
  const workspace = useWorkspaceStore()
  const { environment } = usePorts()
  const apply = (operations: ReturnType<typeof planClearConnection>) => {
    if (operations.length === 0) return
    const edited = workbench.getState().dispatch(operations)
    if (!edited.ok) showToast({ title: problemText(t, edited.error), tone: 'danger' })
  }
  return {
    pick: (connection) => {
      const connector = workspace.getState().catalog.connector(connection.connector)
      const connectorName = textOf(t, connector?.name ?? connection.connector)
      const { doc } = workbench.getState()
      apply(planPickConnection(doc, { step, connection, connectorName, createId: environment.createId }))
    },
    clear: () => apply(planClearConnection(workbench.getState().doc, step)),
  }
}
