import * as z from 'zod'
import { ArmId, FlowId, StepId } from './ids.ts'

/** Where a sequence of steps lives: a flow's body, or an arm of a step. */
export const Place = z.union([z.strictObject({ flow: FlowId }), z.strictObject({ step: StepId, arm: ArmId })])
export type Place = z.infer<typeof Place>

/** A position in a sequence. */
export const Position = z.strictObject({ place: Place, index: z.number().int().nonnegative() })
export type Position = z.infer<typeof Position>
