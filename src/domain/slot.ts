import * as z from 'zod'
import { SlotId, StableKey } from './ids.ts'
import { JsonValue } from './json-value.ts'

/** Who sees a config variable or slot in the wizard. */
export const Visibility = z.enum(['customer', 'embedded', 'organization'])
export type Visibility = z.infer<typeof Visibility>

/**
 * A config variable that holds a connection. Steps name slots, slots name connections by stable key: rebinding one slot
 * swaps every step that uses it. Named after its connector, never after the connection.
 */
export const Slot = z.strictObject({
  id: SlotId,
  name: z.string(),
  connector: z.string().min(1),
  connection: StableKey.nullable(),
  required: z.boolean(),
  visibility: Visibility,
  description: z.string(),
  foreign: z.record(z.string(), JsonValue).optional(),
})
export type Slot = z.infer<typeof Slot>
