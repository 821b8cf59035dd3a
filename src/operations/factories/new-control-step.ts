import { unreachable } from '#base'
import { literal, type Arm, type ArmId, type Step, type StepKind } from '#domain'
import type { CreateId } from './create-id.ts'
import { commonOf } from './new-step.ts'

/** Steps that no connector brings. */
export type ControlKind = Exclude<StepKind, 'trigger' | 'action' | 'block' | 'unknown'>

/** Every control kind, in the order the palette shows them. */
export const CONTROL_KINDS: readonly ControlKind[] = [
  'branch',
  'loop',
  'parallel',
  'code',
  'call-flow',
  'respond',
  'stop',
  'break-loop',
]

const armId = (id: string): ArmId => id as ArmId

/** An arm a person may rename, order and take away. Its id is that of a step with another prefix, so it is as unique. */
export const newArm = (createId: CreateId, name: string): Arm => ({ id: armId(createId('arm')), name, body: [] })

/** An arm of a branch that asks for a comparison that is still to be filled in. */
export const newBranchArm = (createId: CreateId, name: string): Arm => ({
  ...newArm(createId, name),
  test: {
    kind: 'condition',
    condition: {
      all: [{ op: 'equals', left: literal(''), right: literal('') }],
    },
  },
})

/**
 * A control step. A branch starts with one arm and `otherwise`, parallel with two lanes, a loop with its body. Fixed arms
 * (`body`, `otherwise`, `error`) have no name of their own: the interface names them. `armName` names the others.
 */
export function newControlStep(
  kind: ControlKind,
  {
    createId,
    name,
    armName,
  }: { readonly createId: CreateId; readonly name: string; readonly armName: (index: number) => string },
): Step {
  const common = commonOf(createId, name)
  const fixed = (id: string): Arm => ({ id: armId(id), name: '', body: [] })
  switch (kind) {
    case 'branch':
      return {
        ...common,
        kind,
        on: { mode: 'conditions' },
        arms: [newBranchArm(createId, armName(0)), fixed('otherwise')],
      }
    case 'loop':
      return {
        ...common,
        kind,
        over: { mode: 'items', items: literal(null) },
        concurrency: 1,
        arms: [fixed('body')],
      }
    case 'parallel':
      return { ...common, kind, arms: [newArm(createId, armName(0)), newArm(createId, armName(1))] }
    case 'code':
      return { ...common, kind, source: '', inputs: {} }
    case 'call-flow':
      return { ...common, kind, flow: null, inputs: {} }
    case 'respond':
      return { ...common, kind, inputs: {} }
    case 'stop':
      return { ...common, kind, outcome: 'error', message: literal('') }
    case 'break-loop':
      return { ...common, kind }
    default:
      return unreachable(kind)
  }
}
