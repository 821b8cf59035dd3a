import * as z from 'zod'
import { FlowId, NoteId, StepId } from './ids.ts'

/** A comment for whoever reads the flow next, anchored to a step or a flow. */
export const Note = z.strictObject({
  id: NoteId,
  text: z.string(),
  anchor: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('step'), step: StepId }),
    z.strictObject({ kind: z.literal('flow'), flow: FlowId }),
  ]),
})
export type Note = z.infer<typeof Note>
