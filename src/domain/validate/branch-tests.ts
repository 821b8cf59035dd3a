import { UNARY_OPERATORS, type Condition } from '../condition.ts'
import { isFreeArm } from '../step-structure.ts'
import type { Arm, StepOf } from '../step.ts'
import type { ValidationCode } from './severity-of.ts'
import { stepProblem, type StepRule } from './step-context.ts'
import { isEmptyValue } from './value-state.ts'

/** What is missing in a condition. `equals ''` is meant: only a left side must not be empty. */
function conditionGap(condition: Condition, isOutermost: boolean): ValidationCode | undefined {
  if ('op' in condition) {
    if (isEmptyValue(condition.left)) return 'arm-test-empty'
    const needsRight = !UNARY_OPERATORS.has(condition.op) && condition.right === undefined
    return needsRight ? 'arm-test-incomplete' : undefined
  }
  const parts = 'all' in condition ? condition.all : condition.any
  if (parts.length === 0) return isOutermost ? 'arm-test-empty' : 'arm-test-incomplete'
  return parts.map((part) => conditionGap(part, false)).find((gap) => gap !== undefined)
}

function armGap(step: StepOf<'branch'>, { test }: Arm): ValidationCode | undefined {
  if (test === undefined) return 'arm-test-empty'
  if ((test.kind === 'value') !== (step.on.mode === 'value')) return 'arm-test-mode'
  if (test.kind === 'condition') return conditionGap(test.condition, true)
  return test.value.kind === 'literal' && test.value.value === null ? 'arm-test-empty' : undefined
}

/** A branch that does not know what to decide by, or an arm that does not say when it is taken. */
export const branchTests: StepRule = (context) => {
  const { step } = context
  if (step.kind !== 'branch') return []
  const arms = step.arms.filter(isFreeArm)
  const own: ValidationCode[] = []
  if (arms.length === 0) own.push('branch-without-arms')
  if (step.on.mode === 'value' && isEmptyValue(step.on.value)) own.push('branch-value-missing')
  const gaps = arms.flatMap((arm) => {
    const code = armGap(step, arm)
    return code ? [stepProblem(context, code, { params: { arm: arm.name }, at: { arm: arm.id, input: 'test' } })] : []
  })
  return [...own.map((code) => stepProblem(context, code, { at: { input: 'on' } })), ...gaps]
}
