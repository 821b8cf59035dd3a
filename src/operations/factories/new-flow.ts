import type { Flow, FlowId, StepOf } from '#domain'
import type { CreateId } from './create-id.ts'

/** An empty flow that starts with `trigger`; `flow/add` takes both. */
export function newFlow({
  createId,
  name,
  trigger,
}: {
  readonly createId: CreateId
  readonly name: string
  readonly trigger: StepOf<'trigger'>
}): { readonly flow: Flow; readonly steps: [StepOf<'trigger'>] } {
  const flow: Flow = {
    id: createId('flow') as FlowId,
    name,
    description: '',
    trigger: trigger.id,
    body: [],
    synchronous: false,
    retry: null,
    concurrency: null,
  }
  return { flow, steps: [trigger] }
}
