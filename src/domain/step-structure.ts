import { problem, type Problem } from '#base'
import type { Arm, Step, StepKind } from './step.ts'

/** How deep arms may nest: far above what a person draws, and low enough for every recursion over the tree. */
export const MAX_NESTING = 100

/** Kinds that may hold arms of their own making (`arm_…`): a branch's, lanes, and those a connector brings. */
const WITH_FREE_ARMS: ReadonlySet<StepKind> = new Set<StepKind>([
  'trigger',
  'action',
  'branch',
  'parallel',
  'block',
  'unknown',
])

/** Whether an arm was made with its step or by a person, so is none of `body`, `otherwise`, `error`. */
export const isFreeArm = (arm: Pick<Arm, 'id'>): boolean => arm.id.startsWith('arm_')

/** Where an arm stands among its siblings: free arms and a loop's body first, `otherwise` next, `error` last. */
const rankOf = (arm: Arm): number => (arm.id === 'error' ? 2 : arm.id === 'otherwise' ? 1 : 0)

function belongs(step: Step, arm: Arm): boolean {
  switch (arm.id as string) {
    case 'body':
      return step.kind === 'loop'
    case 'otherwise':
      return step.kind === 'branch'
    case 'error':
      return step.onError.policy === 'handle'
    default:
      return WITH_FREE_ARMS.has(step.kind)
  }
}

/** The fixed arms a step must have. */
function requiredArms(step: Step): readonly string[] {
  const error = step.onError.policy === 'handle' ? ['error'] : []
  if (step.kind === 'loop') return ['body', ...error]
  return step.kind === 'branch' ? ['otherwise', ...error] : error
}

/**
 * What is wrong with the arms of a step on its own: one is there twice, is missing, belongs to another kind, stands in
 * the wrong order or carries a test it must not have.
 */
export function stepStructureProblem(step: Step): Problem | undefined {
  const at = { step: step.id }
  const seen = new Set<string>()
  let rank = 0
  for (const arm of step.arms) {
    if (seen.has(arm.id)) return problem('arm-duplicate', { step: step.name, arm: arm.id }, { ...at, arm: arm.id })
    seen.add(arm.id)
    const testAllowed = step.kind === 'branch' && isFreeArm(arm)
    if (!belongs(step, arm) || rankOf(arm) < rank || (arm.test !== undefined && !testAllowed)) {
      return problem('arm-misplaced', { step: step.name, arm: arm.id }, { ...at, arm: arm.id })
    }
    rank = rankOf(arm)
  }
  const missing = requiredArms(step).find((id) => !seen.has(id))
  return missing === undefined ? undefined : problem('arm-missing', { step: step.name, arm: missing }, at)
}
