import { must, unreachable } from '#base'
import type { EditLabel, FlowId, IntegrationDoc, SlotId, StepId } from '#domain'
import type { Operation, OperationOf } from './operation.ts'

type Params = EditLabel['params']

/** The operation that says best what a transaction was: what a person did comes before what it brought along. */
const mainOf = (operations: readonly Operation[]): Operation =>
  operations.find((op) => !op.type.startsWith('slot/')) ?? must(operations[0], 'a transaction has operations')

/** Operations of which several in one transaction are called by their number. */
const COUNTED: Readonly<Partial<Record<Operation['type'], string>>> = {
  'step/add': 'addSteps',
  'step/move': 'moveSteps',
  'step/delete': 'deleteSteps',
  'step/update': 'updateSteps',
  'slot/bind': 'bindSlots',
}

function updateWord({ changes }: OperationOf<'step/update'>): string {
  if (changes.name !== undefined) return 'renameStep'
  if (changes.disabled !== undefined) return changes.disabled ? 'disableStep' : 'enableStep'
  if (changes.onError !== undefined) return 'setErrorPolicy'
  return changes.embed === undefined ? 'describeStep' : 'embedStep'
}

function labelOfOne(doc: IntegrationDoc, op: Operation): readonly [string, Params] {
  const step = (id: StepId): Params => ({ name: doc.steps[id]?.name ?? '' })
  const flow = (id: FlowId): Params => ({ name: doc.flows[id]?.name ?? '' })
  const slot = (id: SlotId): Params => ({ name: doc.slots[id]?.name ?? '' })
  switch (op.type) {
    case 'integration/rename':
      return ['renameIntegration', { name: op.name }]
    case 'integration/describe':
      return ['describeIntegration', {}]
    case 'flow/add':
      return ['addFlow', { name: op.flow.name }]
    case 'flow/update':
      return op.changes.name === undefined ? ['updateFlow', flow(op.id)] : ['renameFlow', { name: op.changes.name }]
    case 'flow/move':
      return ['moveFlow', flow(op.id)]
    case 'flow/delete':
      return ['deleteFlow', flow(op.id)]
    case 'step/add':
      return ['addStep', { name: op.steps[0]?.name ?? '' }]
    case 'step/move':
      return ['moveStep', step(op.id)]
    case 'step/delete':
      return ['deleteStep', step(op.id)]
    case 'step/update':
      return [updateWord(op), op.changes.name === undefined ? step(op.id) : { name: op.changes.name }]
    case 'step/set-input':
      return ['setInput', step(op.id)]
    case 'step/set-slot':
      return [op.slot === null ? 'clearConnection' : 'pickConnection', step(op.id)]
    case 'step/configure':
      return ['configureStep', step(op.id)]
    case 'trigger/replace':
      return ['replaceTrigger', { name: op.trigger.name }]
    case 'arm/add':
      return ['addArm', { name: op.arm.name }]
    case 'arm/update':
      return ['updateArm', step(op.step)]
    case 'arm/move':
      return ['moveArm', step(op.step)]
    case 'arm/delete':
      return ['deleteArm', step(op.step)]
    case 'slot/add':
      return ['addSlot', { name: op.slot.name }]
    case 'slot/update':
      return ['updateSlot', slot(op.id)]
    case 'slot/bind':
      return ['bindSlot', slot(op.id)]
    case 'slot/delete':
      return ['deleteSlot', slot(op.id)]
    default:
      return unreachable(op)
  }
}

/**
 * What a transaction is called when whoever makes it does not say: a key below `designer.edit` and its parameters. `doc`
 * is the document before, where the names of what is deleted still stand.
 */
export function labelOf(doc: IntegrationDoc, operations: readonly Operation[]): EditLabel {
  const main = mainOf(operations)
  const count = operations.filter((op) => op.type === main.type).length
  const counted = COUNTED[main.type]
  const [word, params] = counted !== undefined && count > 1 ? [counted, { count }] : labelOfOne(doc, main)
  return { key: `designer.edit.${word}`, params }
}
