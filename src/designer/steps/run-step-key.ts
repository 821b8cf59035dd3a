import { unreachable } from '#base'
import type { StepId } from '#domain'
import type { WorkbenchState } from '#workbench'
import type { StoreApi } from 'zustand'
import type { StepCommands } from './step-commands.ts'
import type { StepKeyCommand } from './step-keys.ts'
import { requestReveal, type StepSession, type StepViewKind } from './step-session.ts'

/** What the view with the focus does itself. */
export interface StepKeyTarget {
  readonly step: StepId
  readonly view: StepViewKind
  /** The element that stands for the step there. */
  readonly element: HTMLElement | null
  readonly openSettings: () => void
  /** Opens the palette after the step. */
  readonly openAdd: () => void
}

export interface StepKeyContext {
  readonly workbench: StoreApi<WorkbenchState>
  readonly session: StoreApi<StepSession>
  readonly commands: StepCommands
}

const HARMLESS: readonly StepKeyCommand[] = ['settings', 'select-all', 'menu']

/** Does what a key means for a step. Without the right to edit, only what changes nothing. */
export function runStepKey(command: StepKeyCommand, target: StepKeyTarget, context: StepKeyContext): void {
  const { workbench, session, commands } = context
  const { step, element } = target
  if (workbench.getState().mode === 'read-only' && !HARMLESS.includes(command)) return
  switch (command) {
    case 'settings':
      workbench.getState().select([step])
      target.openSettings()
      return
    case 'add':
      target.openAdd()
      return
    case 'connection':
      openConnection(target, session)
      return
    case 'rename':
      renameStep(target, session)
      return
    case 'disable':
      commands.toggleDisabled(commands.targetsOf(step))
      return
    case 'pin':
      commands.togglePin(step)
      return
    case 'delete':
      commands.remove(commands.targetsOf(step))
      return
    case 'duplicate':
      commands.duplicate(commands.targetsOf(step))
      return
    case 'select-all':
      commands.selectAll()
      return
    case 'menu':
      if (element) session.setState({ menu: { step, anchor: element, view: target.view } })
      return
    case 'move-up':
      commands.moveBy(step, 'up')
      return
    case 'move-down':
      commands.moveBy(step, 'down')
      return
    case 'move-out':
      commands.moveBy(step, 'out')
      return
    case 'move-into':
      commands.moveBy(step, 'into')
      return
    default:
      unreachable(command)
  }
}

type Shown = Pick<StepKeyTarget, 'step' | 'view' | 'element'>

/** Opens the connection picker on the step; on the canvas the view comes near enough for the node to show it. */
export function openConnection({ step, view, element }: Shown, session: StoreApi<StepSession>): void {
  if (view === 'outline') element?.querySelector<HTMLElement>('[data-connection] button')?.click()
  else {
    requestReveal(session, step)
    session.setState({ connecting: step })
  }
}

/** Edits the step's name where it is shown, brought into view. */
export function renameStep({ step, view }: Pick<Shown, 'step' | 'view'>, session: StoreApi<StepSession>): void {
  if (view === 'canvas') requestReveal(session, step)
  session.setState({ renaming: { id: step, view } })
}
