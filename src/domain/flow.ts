import * as z from 'zod'
import { FlowId, StepId } from './ids.ts'
import { JsonValue } from './json-value.ts'
import { ErrorPolicy } from './step.ts'

/** One trigger and an ordered tree of steps. */
export const Flow = z.strictObject({
  id: FlowId,
  name: z.string(),
  description: z.string(),
  trigger: StepId,
  body: z.array(StepId),
  /** Whether the caller waits for the flow's response. */
  synchronous: z.boolean(),
  /** What happens to a failed run as a whole; null: nothing. */
  retry: ErrorPolicy.nullable(),
  /** Runs at the same time; null: no limit. */
  concurrency: z.number().int().min(1).max(100).nullable(),
  foreign: z.record(z.string(), JsonValue).optional(),
})
export type Flow = z.infer<typeof Flow>
