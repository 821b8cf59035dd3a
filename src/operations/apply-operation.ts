import { err, ok, problem, type Problem, type Result } from '#base'
import { MAX_CONTENT_DEPTH, unfitContent, type IntegrationDoc } from '#domain'
import { addArm } from './arm/add-arm.ts'
import { deleteArm } from './arm/delete-arm.ts'
import { moveArm } from './arm/move-arm.ts'
import { updateArm } from './arm/update-arm.ts'
import type { Edit } from './edit.ts'
import { addFlow } from './flow/add-flow.ts'
import { deleteFlow } from './flow/delete-flow.ts'
import { moveFlow } from './flow/move-flow.ts'
import { updateFlow } from './flow/update-flow.ts'
import { describeIntegration } from './integration/describe-integration.ts'
import { renameIntegration } from './integration/rename-integration.ts'
import { Operation, type OperationType } from './operation.ts'
import { addSlot } from './slot/add-slot.ts'
import { bindSlot } from './slot/bind-slot.ts'
import { deleteSlot } from './slot/delete-slot.ts'
import { updateSlot } from './slot/update-slot.ts'
import { addStep } from './step/add-step.ts'
import { configureStep } from './step/configure-step.ts'
import { deleteStep } from './step/delete-step.ts'
import { moveStep } from './step/move-step.ts'
import { setInput } from './step/set-input.ts'
import { setSlot } from './step/set-slot.ts'
import { updateStep } from './step/update-step.ts'
import { replaceTrigger } from './trigger/replace-trigger.ts'

const EDITS: { readonly [Type in OperationType]: Edit<Type> } = {
  'integration/rename': renameIntegration,
  'integration/describe': describeIntegration,
  'flow/add': addFlow,
  'flow/update': updateFlow,
  'flow/move': moveFlow,
  'flow/delete': deleteFlow,
  'step/add': addStep,
  'step/move': moveStep,
  'step/delete': deleteStep,
  'step/update': updateStep,
  'step/set-input': setInput,
  'step/set-slot': setSlot,
  'step/configure': configureStep,
  'trigger/replace': replaceTrigger,
  'arm/add': addArm,
  'arm/update': updateArm,
  'arm/move': moveArm,
  'arm/delete': deleteArm,
  'slot/add': addSlot,
  'slot/update': updateSlot,
  'slot/bind': bindSlot,
  'slot/delete': deleteSlot,
}

/** The edit of an operation. The assertion says what the table's type says and the compiler cannot follow. */
const editOf = (op: Operation): Edit<OperationType> => EDITS[op.type] as unknown as Edit<OperationType>

/** What an operation brings stands a few levels deeper in the document than in the operation. */
const MAX_OPERATION_DEPTH = MAX_CONTENT_DEPTH - 10

/** Operations that only order or take away what is there: nothing of them comes into the document. */
const BRINGS_NOTHING = /\/(?:move|delete)$/

/** Why what an operation brings is not what its type says; types cannot say that a number is whole, or how large it may be. */
function schemaRefusal(op: Operation): Problem | undefined {
  if (BRINGS_NOTHING.test(op.type)) return undefined
  const [issue] = Operation.safeParse(op).error?.issues ?? []
  if (!issue) return undefined
  const path = issue.path.join('.')
  return problem('operation-invalid', { path }, { path })
}

/** Why an operation may not be done to a document: what it brings cannot be stored, or its own rule refuses it. */
export function refusalOf(doc: IntegrationDoc, op: Operation): Problem | undefined {
  return unfitContent(op, { limit: MAX_OPERATION_DEPTH }) ?? editOf(op).refusal(doc, op) ?? schemaRefusal(op)
}

/**
 * Does an operation to a document. Pure and context-free: the same operation on the same document gives the same result
 * everywhere. Records that are not touched keep their identity; when nothing changes the document itself comes back.
 * Rules: SPEC.md.
 */
export function applyOperation(doc: IntegrationDoc, op: Operation): Result<IntegrationDoc, Problem> {
  const refusal = refusalOf(doc, op)
  return refusal ? err(refusal) : ok(editOf(op).apply(doc, op))
}
