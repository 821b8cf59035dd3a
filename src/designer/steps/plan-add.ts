import { must } from '#base'
import type { FlowId, IntegrationDoc, Position, SlotId, Step, StepId } from '#domain'
import { isConnectorStep, stepsOfFlow } from '#domain'
import { newActionStep, newControlStep, uniqueStepName, type CreateId, type OperationOf } from '#operations'
import { textOf, type TFunction } from '#texts'
import { unreachable } from '#base'
import type { AddableStep } from './addable-step.ts'

export interface AddContext {
  readonly doc: IntegrationDoc
  readonly flow: FlowId
  readonly createId: CreateId
  readonly t: TFunction
}

/**
 * The operation that adds a step. It is named after what it does, with a number when the flow has one of that name, and
 * joins the slot its connector used last in this flow, so that it needs no connection chosen again.
 */
export function planAdd(addable: AddableStep, to: Position, context: AddContext): OperationOf<'step/add'> {
  return { type: 'step/add', steps: [stepFor(addable, context)], to }
}

/** The id of the step an operation adds. */
export const addedStep = ({ steps }: OperationOf<'step/add'>): StepId => must(steps[0], 'step/add names a step').id

function stepFor({ make, name }: AddableStep, { doc, flow, createId, t }: AddContext): Step {
  const unique = uniqueStepName(doc, flow, name)
  switch (make.kind) {
    case 'control':
      return newControlStep(make.control, {
        createId,
        name: unique,
        armName: (index) => t(make.control === 'parallel' ? 'canvas.newLane' : 'canvas.newArm', { number: index + 1 }),
      })
    case 'action': {
      const { connector, spec } = make
      const step = newActionStep({ createId, connector, spec, name: unique, text: (label) => textOf(t, label) })
      return spec.connection === 'none' ? step : { ...step, slot: lastSlotOf(doc, flow, connector.key) }
    }
    default:
      return unreachable(make)
  }
}

/** The slot that the last step of a connector uses in a flow, else in the integration; null when none does. */
function lastSlotOf(doc: IntegrationDoc, flow: FlowId, connector: string): SlotId | null {
  const flows = [...doc.flowOrder.filter((id) => id !== flow), flow]
  const used = flows
    .flatMap((id) => stepsOfFlow(doc, id))
    .flatMap((id) => {
      const step = doc.steps[id]
      return step && isConnectorStep(step) && step.connector.key === connector && step.slot !== null ? [step.slot] : []
    })
  return used.at(-1) ?? null
}
