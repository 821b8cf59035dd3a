import { SCHEMA_VERSION, type IntegrationDoc, type IntegrationId } from '#domain'
import type { CreateId } from './create-id.ts'
import { newFlow } from './new-flow.ts'
import { newManualTrigger } from './new-manual-trigger.ts'

/** An integration with one flow that is started by hand. Names are what the caller's language calls them. */
export function newIntegration({
  createId,
  name,
  flowName,
  triggerName,
}: {
  readonly createId: CreateId
  readonly name: string
  readonly flowName: string
  readonly triggerName: string
}): IntegrationDoc {
  const id = createId('int') as IntegrationId
  const trigger = newManualTrigger(createId, triggerName)
  const { flow } = newFlow({ createId, name: flowName, trigger })
  return {
    schemaVersion: SCHEMA_VERSION,
    id,
    name,
    description: '',
    labels: [],
    projectId: null,
    flows: { [flow.id]: flow },
    flowOrder: [flow.id],
    steps: { [trigger.id]: trigger },
    slots: {},
    variables: {},
    pages: {},
    pageOrder: [],
    notes: {},
  }
}
