import * as z from 'zod'
import { FlowId, PageId, SlotId, VariableId } from './ids.ts'
import { JsonValue } from './json-value.ts'

/** One element of a wizard page, in the order a customer meets it. */
export const WizardElement = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('slot'), slot: SlotId }),
  z.strictObject({ kind: z.literal('variable'), variable: VariableId }),
  z.strictObject({ kind: z.literal('text'), markdown: z.string() }),
  z.strictObject({ kind: z.literal('image'), source: z.string(), alt: z.string() }),
  z.strictObject({ kind: z.literal('trigger-details'), flow: FlowId }),
])
export type WizardElement = z.infer<typeof WizardElement>

/** A page of the config wizard. */
export const WizardPage = z.strictObject({
  id: PageId,
  name: z.string(),
  tagline: z.string(),
  elements: z.array(WizardElement),
  foreign: z.record(z.string(), JsonValue).optional(),
})
export type WizardPage = z.infer<typeof WizardPage>
