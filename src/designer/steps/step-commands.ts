import type { Problem } from '#base'
import {
  flowOf,
  stepsOfFlow,
  type ArmId,
  type FlowId,
  type IntegrationDoc,
  type Position,
  type Step,
  type StepId,
} from '#domain'
import {
  danglingAfter,
  newArm,
  newBranchArm,
  planDeleteArm,
  planDeleteSteps,
  planDuplicate,
  planMoveSteps,
  type CreateId,
  type Operation,
} from '#operations'
import type { TFunction } from '#texts'
import { showToast } from '#ui'
import { stepResultOf, type DispatchOptions, type WorkbenchState, type WorkspaceState } from '#workbench'
import type { StoreApi } from 'zustand'
import { refusalText } from '../fields/refusal-text.ts'
import type { AddableStep } from './addable-step.ts'
import { moveTarget, type MoveDirection } from './move-target.ts'
import { nextPositionOf } from './next-position.ts'
import { addedStep, planAdd } from './plan-add.ts'
import { rememberRecent } from './recent-steps.ts'
import { requestReveal, type StepSession } from './step-session.ts'

/** What a person can do with steps, the same from canvas, outline, menus and keys. Each reads the state when it is called. */
export interface StepCommands {
  /** Adds a step and selects it; at the end of the flow when no position is given. */
  readonly add: (addable: AddableStep, to: Position) => StepId | null
  /** Where the palette adds: at the chosen gap, after the selected step, or at the end of the flow. */
  readonly nextPosition: () => Position
  readonly rename: (step: StepId, name: string) => void
  readonly renameArm: (step: StepId, arm: ArmId, name: string) => void
  /** Moves steps into a gap, which counts in the flow as it is drawn; asks first when references would break. */
  readonly move: (steps: readonly StepId[], gap: Position) => void
  readonly moveBy: (step: StepId, direction: MoveDirection) => void
  readonly moveArm: (step: StepId, arm: ArmId, by: -1 | 1) => void
  readonly remove: (steps: readonly StepId[]) => void
  readonly removeArm: (step: StepId, arm: ArmId) => void
  readonly addArm: (step: StepId) => void
  readonly duplicate: (steps: readonly StepId[]) => void
  /** Disables them, or enables them when all are disabled. */
  readonly toggleDisabled: (steps: readonly StepId[]) => void
  /** Lets the output of the last run stand in for running the step, or takes that back. */
  readonly togglePin: (step: StepId) => void
  readonly canPin: (step: StepId) => boolean
  readonly selectAll: () => void
  /** Does operations that were asked about. */
  readonly confirm: (operations: readonly Operation[], select: readonly StepId[]) => void
  /** What the commands work on when one is given for a step: the selection if the step is in it, else the step alone. */
  readonly targetsOf: (step: StepId) => readonly StepId[]
}

export interface StepCommandContext {
  readonly workbench: StoreApi<WorkbenchState>
  readonly workspace: StoreApi<WorkspaceState>
  readonly session: StoreApi<StepSession>
  readonly createId: CreateId
  readonly t: TFunction
}

/** The commands of one editor. */
export function createStepCommands(context: StepCommandContext): StepCommands {
  const { workbench, t } = context
  const state = () => workbench.getState()
  return {
    ...editCommands(context),
    ...treeCommands(context),
    ...pinCommands(context),
    add: (addable, to) => addStep(context, addable, to),
    nextPosition: () => nextPositionOf(state()),
    selectAll: () => state().select(stepsOfFlow(state().doc, state().flow)),
    confirm: (operations, select) => send(workbench, t, operations, { select }),
    targetsOf: (step) => (state().selection.includes(step) ? state().selection : [step]),
  }
}

function send(
  workbench: StoreApi<WorkbenchState>,
  t: TFunction,
  operations: readonly Operation[],
  options: DispatchOptions = {},
): void {
  if (operations.length === 0) return
  const done = workbench.getState().dispatch(operations, options)
  if (!done.ok) sayProblem(done.error, t)
}

function addStep(
  { workbench, session, createId, t }: StepCommandContext,
  addable: AddableStep,
  to: Position,
): StepId | null {
  const { doc, flow, dispatch } = workbench.getState()
  const op = planAdd(addable, to, { doc, flow: flowAt(doc, to) ?? flow, createId, t })
  const id = addedStep(op)
  const done = dispatch(op, { select: [id] })
  if (!done.ok) {
    sayProblem(done.error, t)
    return null
  }
  rememberRecent(workbench, addable.id)
  requestReveal(session, id)
  return id
}

type EditCommands = 'addArm' | 'duplicate' | 'rename' | 'renameArm' | 'toggleDisabled'

function editCommands({ workbench, createId, t }: StepCommandContext): Pick<StepCommands, EditCommands> {
  const doc = () => workbench.getState().doc
  return {
    rename: (id, name) => {
      if (doc().steps[id]?.name === name) return
      send(workbench, t, [{ type: 'step/update', id, changes: { name } }], { mergeKey: `step/name/${id}` })
    },
    renameArm: (step, arm, name) =>
      send(workbench, t, [{ type: 'arm/update', step, arm, changes: { name } }], {
        mergeKey: `arm/name/${step}/${arm}`,
      }),
    addArm: (id) => {
      const step = doc().steps[id]
      if (step) send(workbench, t, addArmTo(step, createId, t))
    },
    duplicate: (steps) => {
      const plan = planDuplicate(doc(), steps, createId)
      if (!plan.ok) sayProblem(plan.error, t)
      else send(workbench, t, plan.value.operations, { select: plan.value.roots })
    },
    toggleDisabled: (steps) => {
      const disabled = steps.some((id) => doc().steps[id]?.disabled === false)
      const operations = steps.flatMap((id): Operation[] => {
        const step = doc().steps[id]
        return step && step.kind !== 'trigger' && step.disabled !== disabled
          ? [{ type: 'step/update', id, changes: { disabled } }]
          : []
      })
      send(workbench, t, operations)
    },
  }
}

type TreeCommands = 'move' | 'moveArm' | 'moveBy' | 'remove' | 'removeArm'

/** What changes the tree may break references, and then asks first. */
function treeCommands({ workbench, session, t }: StepCommandContext): Pick<StepCommands, TreeCommands> {
  const doc = () => workbench.getState().doc
  const ask = (why: 'move' | 'delete', operations: readonly Operation[], select: readonly StepId[]) => {
    const references = danglingAfter(doc(), operations)
    if (references.length === 0) send(workbench, t, operations, { select })
    else session.setState({ dialog: { kind: 'breaks', why, operations, references, select } })
  }
  return {
    move: (steps, gap) => ask('move', planMoveSteps(doc(), steps, gap), steps),
    moveBy: (step, direction) => {
      const gap = moveTarget(doc(), step, direction)
      if (!gap) return
      ask('move', planMoveSteps(doc(), [step], gap), [step])
      requestReveal(session, step)
    },
    moveArm: (step, arm, by) => {
      const movable = (doc().steps[step]?.arms ?? []).filter(({ id }) => isMovableArm(id))
      const index = movable.findIndex(({ id }) => id === arm) + by
      if (isMovableArm(arm) && index >= 0 && index < movable.length) {
        send(workbench, t, [{ type: 'arm/move', step, arm, index }])
      }
    },
    remove: (steps) => {
      const next = neighbourOf(doc(), steps)
      ask('delete', planDeleteSteps(doc(), steps), next)
    },
    removeArm: (step, arm) => {
      if (isMovableArm(arm)) ask('delete', planDeleteArm(doc(), step, arm), [step])
    },
  }
}

function pinCommands({ workbench, workspace }: StepCommandContext): Pick<StepCommands, 'canPin' | 'togglePin'> {
  const resultOf = (step: StepId) => {
    const { doc, run, pins } = workbench.getState()
    return stepResultOf({ doc, run, pins, catalog: workspace.getState().catalog }, step)
  }
  return {
    canPin: (step) => (resultOf(step)?.from ?? 'sample') !== 'sample',
    togglePin: (step) => {
      const { mode, pins, pin } = workbench.getState()
      const result = resultOf(step)
      if (mode === 'read-only') return
      if (pins[step] !== undefined) pin(step, null)
      else if (result?.from === 'run') pin(step, result.value)
    },
  }
}

/** Arms that belong to their kind of step are neither ordered nor taken away. */
export const isMovableArm = (arm: ArmId): boolean => arm !== 'body' && arm !== 'otherwise' && arm !== 'error'

/** Whether arms can be added to a step. */
export const takesArms = (step: Step): boolean => step.kind === 'branch' || step.kind === 'parallel'

function addArmTo(step: Step, createId: CreateId, t: TFunction): readonly Operation[] {
  if (!takesArms(step)) return []
  const index = step.arms.filter(({ id }) => isMovableArm(id)).length
  const isLane = step.kind === 'parallel'
  const name = t(isLane ? 'canvas.newLane' : 'canvas.newArm', { number: index + 1 })
  return [{ type: 'arm/add', step: step.id, arm: (isLane ? newArm : newBranchArm)(createId, name), index }]
}

/** What is selected once steps are gone: the one before the first of them. */
function neighbourOf(doc: IntegrationDoc, steps: readonly StepId[]): readonly StepId[] {
  const [first] = steps
  const flow = first && flowOf(doc, first)
  if (!flow) return []
  const gone = new Set(steps)
  const all = stepsOfFlow(doc, flow)
  const before = all
    .slice(
      0,
      all.findIndex((id) => gone.has(id)),
    )
    .at(-1)
  return before === undefined ? [] : [before]
}

const flowAt = (doc: IntegrationDoc, { place }: Position): FlowId | undefined =>
  'flow' in place ? place.flow : flowOf(doc, place.step)

/** Shows why something was refused. */
export function sayProblem(problem: Problem, t: TFunction): void {
  showToast({ title: refusalText(t, problem), tone: 'warning' })
}
