import type { ArmId, StepId } from '#domain'
import { armNodeId } from './arm-node-id.ts'
import type { StepKeyContext, StepKeyTarget } from './run-step-key.ts'
import { isMovableArm } from './step-commands.ts'
import type { StepKeyCommand } from './step-keys.ts'

/** Does what a key means for the name of an arm. Gives false for what is meant for the step it belongs to. */
export function runArmKey(
  command: StepKeyCommand,
  { step, arm, view }: { readonly step: StepId; readonly arm: ArmId } & Pick<StepKeyTarget, 'view'>,
  { workbench, session, commands }: StepKeyContext,
): boolean {
  if (command === 'settings' || command === 'select-all') return false
  if (workbench.getState().mode === 'read-only' || !isMovableArm(arm)) return true
  switch (command) {
    case 'rename':
      session.setState({ renaming: { id: armNodeId(step, arm), view } })
      return true
    case 'delete':
      commands.removeArm(step, arm)
      return true
    case 'move-out':
    case 'move-into':
      commands.moveArm(step, arm, command === 'move-out' ? -1 : 1)
      return true
    default:
      // Duplicating, disabling and the like mean nothing for an arm, and must not befall its step.
      return true
  }
}
