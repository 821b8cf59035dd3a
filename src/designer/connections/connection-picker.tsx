import { specOf, type Connection, type StepId } from '#domain'
import { useWorkbench, useWorkbenchStore, useWorkspace } from '#workbench'
import { compatibleConnections } from '#workspace'
import { useLayoutEffect, useMemo, useState } from 'react'
import { connectionChoices } from './connection-choices.ts'
import { ConnectionList } from './connection-list.tsx'
import { draftOf } from './form-drafts.ts'
import { InlineConnectionForm } from './inline-connection-form.tsx'
import { typesFor } from './types-for.ts'
import { usePickConnection } from './use-pick-connection.ts'
import { useStepConnection } from './use-step-connection.ts'

export interface ConnectionPickerProps {
  readonly stepId: StepId
  readonly onClose: () => void
  /** A connection was made without its test credentials. */
  readonly onNeedsCredentials: (connection: Connection) => void
  /** Whether it shows the form, which needs more room than the list. */
  readonly onFormChange: (isForm: boolean) => void
}

/**
 * What stands in the popover of a step's chip: the connections the step can use, or the form for a new one - at once when
 * there is none, or when one is half filled in.
 */
export function ConnectionPicker({ stepId, onClose, onNeedsCredentials, onFormChange }: ConnectionPickerProps) {
  const owner = useWorkbenchStore()
  const doc = useWorkbench((state) => state.doc)
  const workspace = useWorkspace((state) => state.workspace)
  const catalog = useWorkspace((state) => state.catalog)
  const used = useStepConnection(stepId)
  const { pick, clear } = usePickConnection(stepId)
  const draft = useMemo(() => draftOf(owner, stepId), [owner, stepId])
  const step = used?.step
  const compatible = useMemo(
    () => (step ? compatibleConnections(workspace, step, catalog) : []),
    [workspace, step, catalog],
  )
  const [isCreating, setCreating] = useState(() => {
    const kept = draft.read()
    return compatible.length === 0 || (kept !== null && !kept.isSetAside)
  })
  useLayoutEffect(() => onFormChange(isCreating), [onFormChange, isCreating])
  const connector = step && catalog.connector(step.connector.key)
  const spec = step && specOf(catalog, step)
  if (!used || !step) return null
  if (isCreating && connector) {
    return (
      <InlineConnectionForm
        connector={connector}
        draft={draft}
        types={typesFor(spec ? [spec] : [])}
        onBack={compatible.length > 0 ? () => setCreating(false) : null}
        onConnected={(connection, needsCredentials) => {
          pick(connection)
          onClose()
          if (needsCredentials) onNeedsCredentials(connection)
        }}
      />
    )
  }
  return (
    <ConnectionList
      choices={connectionChoices(compatible, doc, step.connector.key)}
      current={used.connection}
      canClear={used.slot !== null}
      onPick={(connection) => {
        pick(connection)
        onClose()
      }}
      onClear={() => {
        clear()
        onClose()
      }}
      onCreate={connector ? () => setCreating(true) : null}
    />
  )
}
