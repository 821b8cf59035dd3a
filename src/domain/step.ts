import * as z from 'zod'
import { Condition } from './condition.ts'
import { ArmId, FlowId, SlotId, StepId } from './ids.ts'
import { Inputs, InputValue } from './input-value.ts'
import { JsonValue } from './json-value.ts'

/** What a step does with its failure. `handle` runs the arm `error`. Delays are in seconds. */
export const ErrorPolicy = z.strictObject({
  policy: z.enum(['fail', 'ignore', 'retry', 'handle']),
  attempts: z.number().int().min(1).max(5),
  delaySeconds: z.number().min(0).max(60),
  exponential: z.boolean(),
  /** With `retry`: go on when the last attempt failed too. */
  ignoreFinalError: z.boolean(),
})
export type ErrorPolicy = z.infer<typeof ErrorPolicy>

/** What a new step does: fail the run. */
export const FAIL_ON_ERROR: ErrorPolicy = {
  policy: 'fail',
  attempts: 3,
  delaySeconds: 2,
  exponential: false,
  ignoreFinalError: false,
}

/** Set when the step was flagged for the embedded builder: how customers see it and what they may edit. */
export const EmbedSettings = z.strictObject({
  label: z.string(),
  description: z.string(),
  icon: z.string().nullable(),
  inputs: z.record(z.string(), z.enum(['editable', 'read-only', 'hidden'])),
  connection: z.enum(['fixed', 'customer']),
})
export type EmbedSettings = z.infer<typeof EmbedSettings>

/** When an arm is taken: on a condition, or when the branch's value equals this one. */
export const ArmTest = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('condition'), condition: Condition }),
  z.strictObject({ kind: z.literal('value'), value: InputValue }),
])
export type ArmTest = z.infer<typeof ArmTest>

/** A sequence of steps inside a step: a branch's arm, a loop's body, a lane, the error arm. */
export const Arm = z.strictObject({
  id: ArmId,
  name: z.string(),
  body: z.array(StepId),
  /** Branch arms only; `otherwise` has none. */
  test: ArmTest.optional(),
})
export type Arm = z.infer<typeof Arm>

/** Which connector, in which version, a trigger or action belongs to. */
export const ConnectorRef = z.strictObject({ key: z.string().min(1), version: z.number().int().positive() })
export type ConnectorRef = z.infer<typeof ConnectorRef>

const common = {
  id: StepId,
  name: z.string(),
  description: z.string(),
  disabled: z.boolean(),
  onError: ErrorPolicy,
  /** Every sequence inside this step, in the order they are drawn; the error arm, if any, last. */
  arms: z.array(Arm),
  embed: EmbedSettings.nullable(),
  /** Keys of an imported format that Patchbay does not use, kept for a lossless export. */
  foreign: z.record(z.string(), JsonValue).optional(),
}

/** Starts the flow; its result is what the flow was started with. */
export const TriggerStep = z.strictObject({
  ...common,
  kind: z.literal('trigger'),
  connector: ConnectorRef,
  trigger: z.string(),
  slot: SlotId.nullable(),
  inputs: Inputs,
})

/** Does one action of a connector. */
export const ActionStep = z.strictObject({
  ...common,
  kind: z.literal('action'),
  connector: ConnectorRef,
  action: z.string(),
  slot: SlotId.nullable(),
  inputs: Inputs,
})

/** Takes the first arm whose test holds, or `otherwise`. Result: `{arm, result}`. */
export const BranchStep = z.strictObject({
  ...common,
  kind: z.literal('branch'),
  on: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('conditions') }),
    z.strictObject({ mode: z.literal('value'), value: InputValue }),
  ]),
})

/** Runs its body for each item, or N times; result: the results of the body's last step. */
export const LoopStep = z.strictObject({
  ...common,
  kind: z.literal('loop'),
  over: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('items'), items: InputValue }),
    z.strictObject({ mode: z.literal('times'), times: InputValue }),
  ]),
  concurrency: z.number().int().min(1).max(10),
})

/** Runs its arms ("lanes") at the same time; result: an object of the lanes' results by arm id. */
export const ParallelStep = z.strictObject({ ...common, kind: z.literal('parallel') })

/** Runs JavaScript in the sandbox; result: what it returns. */
export const CodeStep = z.strictObject({ ...common, kind: z.literal('code'), source: z.string(), inputs: Inputs })

/** Runs another flow of the same integration and waits for its result. */
export const CallFlowStep = z.strictObject({
  ...common,
  kind: z.literal('call-flow'),
  flow: FlowId.nullable(),
  inputs: Inputs,
})

/** Answers whoever started the flow (a webhook's sender, a calling flow) and goes on. */
export const RespondStep = z.strictObject({ ...common, kind: z.literal('respond'), inputs: Inputs })

/** Ends the run: as a success, or as an error with `message`. */
export const StopStep = z.strictObject({
  ...common,
  kind: z.literal('stop'),
  outcome: z.enum(['success', 'error']),
  message: InputValue,
})

/** Ends the loop that contains it. */
export const BreakLoopStep = z.strictObject({ ...common, kind: z.literal('break-loop') })

/** A use of a building block, in a document made in the embedded builder. */
export const BlockStep = z.strictObject({
  ...common,
  kind: z.literal('block'),
  block: z.string(),
  version: z.number().int().positive(),
  inputs: Inputs,
})

/** A step whose connector is not installed: kept, shown and exported, never dropped; does not run. */
export const UnknownStep = z.strictObject({ ...common, kind: z.literal('unknown'), raw: JsonValue })

/** One node of a flow. */
export const Step = z.discriminatedUnion('kind', [
  TriggerStep,
  ActionStep,
  BranchStep,
  LoopStep,
  ParallelStep,
  CodeStep,
  CallFlowStep,
  RespondStep,
  StopStep,
  BreakLoopStep,
  BlockStep,
  UnknownStep,
])
export type Step = z.infer<typeof Step>
export type StepKind = Step['kind']

/** A step of one kind. */
export type StepOf<Kind extends StepKind> = Extract<Step, { kind: Kind }>

/** A step that names a connector and may hold a connection slot. */
export type ConnectorStep = StepOf<'trigger'> | StepOf<'action'>

/** Whether a step belongs to a connector. */
export const isConnectorStep = (step: Step): step is ConnectorStep => step.kind === 'trigger' || step.kind === 'action'
