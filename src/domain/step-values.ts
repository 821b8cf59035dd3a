import type { JsonPath } from '#base'
import type { Condition } from './condition.ts'
import type { ArmId } from './ids.ts'
import type { InputValue } from './input-value.ts'
import type { Arm, ArmTest, Step } from './step.ts'

/**
 * A value a person entered in a step, and where it stands. `input` is the key of an input, or the name of the field that
 * holds it: `on` (what a branch decides by), `items` or `times` (what a loop goes over), `message` (of a stop) and
 * `test` (of the arm `arm`). `path` leads to it inside a condition: `['all', 0, 'left']`.
 */
export interface StepValue {
  readonly input: string
  readonly arm?: ArmId
  readonly path: JsonPath
  readonly value: InputValue
}

function conditionValues(condition: Condition, path: JsonPath, arm: ArmId): readonly StepValue[] {
  if ('all' in condition) return condition.all.flatMap((part, i) => conditionValues(part, [...path, 'all', i], arm))
  if ('any' in condition) return condition.any.flatMap((part, i) => conditionValues(part, [...path, 'any', i], arm))
  const left = { input: 'test', arm, path: [...path, 'left'], value: condition.left }
  return condition.right === undefined
    ? [left]
    : [left, { input: 'test', arm, path: [...path, 'right'], value: condition.right }]
}

function armValues(arm: Arm): readonly StepValue[] {
  if (arm.test === undefined) return []
  return arm.test.kind === 'value'
    ? [{ input: 'test', arm: arm.id, path: [], value: arm.test.value }]
    : conditionValues(arm.test.condition, [], arm.id)
}

function ownValues(step: Step): readonly StepValue[] {
  if ('inputs' in step) return Object.entries(step.inputs).map(([input, value]) => ({ input, path: [], value }))
  if (step.kind === 'branch') return step.on.mode === 'value' ? [{ input: 'on', path: [], value: step.on.value }] : []
  if (step.kind === 'loop') {
    return step.over.mode === 'items'
      ? [{ input: 'items', path: [], value: step.over.items }]
      : [{ input: 'times', path: [], value: step.over.times }]
  }
  return step.kind === 'stop' ? [{ input: 'message', path: [], value: step.message }] : []
}

const known = new WeakMap<Step, readonly StepValue[]>()

/** Every value a person entered in a step; read once for each record. */
export function valuesOf(step: Step): readonly StepValue[] {
  const cached = known.get(step)
  if (cached) return cached
  const values = [...ownValues(step), ...step.arms.flatMap(armValues)]
  known.set(step, values)
  return values
}

type Change = (value: InputValue) => InputValue

function mapCondition(condition: Condition, change: Change): Condition {
  if ('all' in condition) return { all: condition.all.map((part) => mapCondition(part, change)) }
  if ('any' in condition) return { any: condition.any.map((part) => mapCondition(part, change)) }
  const left = change(condition.left)
  return condition.right === undefined
    ? { op: condition.op, left }
    : { op: condition.op, left, right: change(condition.right) }
}

function mapTest(test: ArmTest, change: Change): ArmTest {
  return test.kind === 'value'
    ? { kind: 'value', value: change(test.value) }
    : { kind: 'condition', condition: mapCondition(test.condition, change) }
}

/** A step with every value a person entered replaced by what `change` makes of it. */
export function mapValues(step: Step, change: Change): Step {
  const arms = step.arms.map((arm) => (arm.test === undefined ? arm : { ...arm, test: mapTest(arm.test, change) }))
  if ('inputs' in step) {
    const inputs = Object.fromEntries(Object.entries(step.inputs).map(([key, value]) => [key, change(value)]))
    return { ...step, arms, inputs }
  }
  if (step.kind === 'branch') {
    return { ...step, arms, on: step.on.mode === 'value' ? { mode: 'value', value: change(step.on.value) } : step.on }
  }
  if (step.kind === 'loop') {
    return step.over.mode === 'items'
      ? { ...step, arms, over: { mode: 'items', items: change(step.over.items) } }
      : { ...step, arms, over: { mode: 'times', times: change(step.over.times) } }
  }
  return step.kind === 'stop' ? { ...step, arms, message: change(step.message) } : { ...step, arms }
}
