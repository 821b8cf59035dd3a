import {
  Arm,
  ArmId,
  ArmTest,
  BranchStep,
  EmbedSettings,
  ErrorPolicy,
  Flow,
  FlowId,
  InputValue,
  LoopStep,
  Position,
  Slot,
  SlotId,
  StableKey,
  Step,
  StepId,
  StopStep,
  TriggerStep,
} from '#domain'
import * as z from 'zod'

/*
 * Every edit of a document, as what was meant. `apply-operation.ts` says what each does, `check.ts` when it may be done,
 * `SPEC.md` gives the rules. Several in one transaction undo as one.
 */

const RenameIntegration = z.strictObject({ type: z.literal('integration/rename'), name: z.string() })
const DescribeIntegration = z.strictObject({
  type: z.literal('integration/describe'),
  description: z.string().optional(),
  labels: z.array(z.string()).optional(),
})

const AddFlow = z.strictObject({
  type: z.literal('flow/add'),
  flow: Flow,
  /** The trigger and every step of the flow's tree. */
  steps: z.array(Step),
  index: z.number().int().nonnegative(),
})
const UpdateFlow = z.strictObject({
  type: z.literal('flow/update'),
  id: FlowId,
  changes: z.strictObject({
    name: z.string().optional(),
    description: z.string().optional(),
    synchronous: z.boolean().optional(),
    retry: ErrorPolicy.nullable().optional(),
    concurrency: z.number().int().min(1).max(100).nullable().optional(),
  }),
})
const MoveFlow = z.strictObject({ type: z.literal('flow/move'), id: FlowId, index: z.number().int().nonnegative() })
const DeleteFlow = z.strictObject({ type: z.literal('flow/delete'), id: FlowId })

const AddStep = z.strictObject({
  type: z.literal('step/add'),
  /** The step first, then every step inside its arms. */
  steps: z.array(Step).min(1),
  to: Position,
})
const MoveStep = z.strictObject({ type: z.literal('step/move'), id: StepId, to: Position })
const DeleteStep = z.strictObject({ type: z.literal('step/delete'), id: StepId })
const UpdateStep = z.strictObject({
  type: z.literal('step/update'),
  id: StepId,
  changes: z.strictObject({
    name: z.string().optional(),
    description: z.string().optional(),
    disabled: z.boolean().optional(),
    /** Policy `handle` brings the arm `error`; another takes it away, with what is in it. */
    onError: ErrorPolicy.optional(),
    embed: EmbedSettings.nullable().optional(),
  }),
})
const SetInput = z.strictObject({
  type: z.literal('step/set-input'),
  id: StepId,
  input: z.string().min(1),
  /** null removes the input. */
  value: InputValue.nullable(),
})
const SetSlot = z.strictObject({ type: z.literal('step/set-slot'), id: StepId, slot: SlotId.nullable() })
/** Changes what belongs to one kind of step; fields of another kind are refused. */
const ConfigureStep = z.strictObject({
  type: z.literal('step/configure'),
  id: StepId,
  changes: z.union([
    z.strictObject({ kind: z.literal('branch'), on: BranchStep.shape.on }),
    z.strictObject({
      kind: z.literal('loop'),
      over: LoopStep.shape.over.optional(),
      concurrency: LoopStep.shape.concurrency.optional(),
    }),
    z.strictObject({
      kind: z.literal('stop'),
      outcome: StopStep.shape.outcome.optional(),
      message: InputValue.optional(),
    }),
    z.strictObject({ kind: z.literal('code'), source: z.string() }),
    z.strictObject({ kind: z.literal('call-flow'), flow: FlowId.nullable() }),
  ]),
})
/** Puts another trigger in place of the flow's; references to the old one follow. */
const ReplaceTrigger = z.strictObject({ type: z.literal('trigger/replace'), flow: FlowId, trigger: TriggerStep })

const AddArm = z.strictObject({
  type: z.literal('arm/add'),
  step: StepId,
  arm: Arm,
  index: z.number().int().nonnegative(),
})
const UpdateArm = z.strictObject({
  type: z.literal('arm/update'),
  step: StepId,
  arm: ArmId,
  changes: z.strictObject({ name: z.string().optional(), test: ArmTest.optional() }),
})
const MoveArm = z.strictObject({
  type: z.literal('arm/move'),
  step: StepId,
  arm: ArmId,
  index: z.number().int().nonnegative(),
})
/** Takes an arm away with everything in it. */
const DeleteArm = z.strictObject({ type: z.literal('arm/delete'), step: StepId, arm: ArmId })

const AddSlot = z.strictObject({ type: z.literal('slot/add'), slot: Slot })
const UpdateSlot = z.strictObject({
  type: z.literal('slot/update'),
  id: SlotId,
  changes: z.strictObject({
    name: z.string().optional(),
    description: z.string().optional(),
    required: z.boolean().optional(),
    visibility: Slot.shape.visibility.optional(),
  }),
})
/** Lets a slot hold another connection: every step that names the slot uses it from now on. */
const BindSlot = z.strictObject({ type: z.literal('slot/bind'), id: SlotId, connection: StableKey.nullable() })
/** Refused while a step or a wizard page names the slot. */
const DeleteSlot = z.strictObject({ type: z.literal('slot/delete'), id: SlotId })

export const Operation = z.discriminatedUnion('type', [
  RenameIntegration,
  DescribeIntegration,
  AddFlow,
  UpdateFlow,
  MoveFlow,
  DeleteFlow,
  AddStep,
  MoveStep,
  DeleteStep,
  UpdateStep,
  SetInput,
  SetSlot,
  ConfigureStep,
  ReplaceTrigger,
  AddArm,
  UpdateArm,
  MoveArm,
  DeleteArm,
  AddSlot,
  UpdateSlot,
  BindSlot,
  DeleteSlot,
])
export type Operation = z.infer<typeof Operation>
export type OperationType = Operation['type']

/** One operation by its type. */
export type OperationOf<Type extends OperationType> = Extract<Operation, { type: Type }>
