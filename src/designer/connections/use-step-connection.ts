import {
  connectionsByKey,
  isConnectorStep,
  specOf,
  type Connection,
  type ConnectorStep,
  type Slot,
  type StepId,
} from '#domain'
import { useWorkbench, useWorkspace } from '#workbench'

/** What a step has to do with connections. */
export interface StepConnection {
  readonly step: ConnectorStep
  /** Whether the step must have one. */
  readonly isRequired: boolean
  readonly slot: Slot | null
  /** `null` when its slot holds none, or one that this workspace does not know. */
  readonly connection: Connection | null
}

/** The connection a step uses by its slot; `null` for steps that take none. */
export function useStepConnection(id: StepId): StepConnection | null {
  const step = useWorkbench(({ doc }) => doc.steps[id])
  const slot = useWorkbench(({ doc }) => {
    const record = doc.steps[id]
    return record && isConnectorStep(record) && record.slot !== null ? (doc.slots[record.slot] ?? null) : null
  })
  const catalog = useWorkspace((state) => state.catalog)
  const connection = useWorkspace(({ workspace }) =>
    slot?.connection ? (connectionsByKey(workspace).get(slot.connection) ?? null) : null,
  )
  if (!step || !isConnectorStep(step)) return null
  const need = specOf(catalog, step)?.connection ?? 'none'
  if (need === 'none' && slot === null) return null
  return { step, isRequired: need === 'required', slot, connection }
}
