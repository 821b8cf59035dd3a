import { IntegrationId, Slot, Step, StepId } from '#domain'
import * as z from 'zod'

/** Copied steps, as they lie on the clipboard: self-contained, without secrets, safe to paste into another integration. */
export const Fragment = z.strictObject({
  $format: z.literal('patchbay/steps'),
  version: z.literal(1),
  /** Where they come from: pasted there again, slots are the same slots. */
  source: IntegrationId,
  /** The copied steps in the order of the flow; what is inside them is in `steps` only. */
  roots: z.array(StepId).min(1),
  steps: z.array(Step).min(1),
  /** The slots the steps name. */
  slots: z.array(Slot),
})
export type Fragment = z.infer<typeof Fragment>
