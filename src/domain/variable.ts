import * as z from 'zod'
import { VariableId } from './ids.ts'
import { JsonValue } from './json-value.ts'
import { Visibility } from './slot.ts'

/** A value the config wizard asks for; steps refer to it. */
export const Variable = z.strictObject({
  id: VariableId,
  name: z.string(),
  type: z.enum(['text', 'number', 'boolean', 'choice', 'date', 'list', 'fields', 'json', 'code']),
  description: z.string(),
  default: JsonValue,
  required: z.boolean(),
  visibility: Visibility,
  options: z.array(z.strictObject({ value: z.string(), label: z.string() })),
  foreign: z.record(z.string(), JsonValue).optional(),
})
export type Variable = z.infer<typeof Variable>
