import type { Json } from '#base'
import * as z from 'zod'

/** Any JSON value. */
export const JsonValue: z.ZodType<Json> = z.json()
