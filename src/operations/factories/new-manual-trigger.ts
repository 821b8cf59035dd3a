import type { StepOf } from '#domain'
import type { CreateId } from './create-id.ts'
import { commonOf } from './new-step.ts'

/** The trigger every new flow starts with: a person, or whoever runs the flow, starts it. */
export function newManualTrigger(createId: CreateId, name: string): StepOf<'trigger'> {
  return {
    ...commonOf(createId, name),
    kind: 'trigger',
    connector: { key: 'core', version: 1 },
    trigger: 'manual',
    slot: null,
    inputs: {},
  }
}
