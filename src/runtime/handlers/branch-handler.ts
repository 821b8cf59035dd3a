import { ok, type Json, type Result } from '#base'
import type { Arm, Failure, StepOf, StoredValue } from '#domain'
import { compareValues } from '../evaluate/compare-values.ts'
import { evaluateCondition } from '../evaluate/evaluate-condition.ts'
import { evaluateInput } from '../evaluate/evaluate-input.ts'
import { locate } from '../failure.ts'
import { done, failed } from '../interpreter/completion.ts'
import { perform } from '../interpreter/fiber.ts'
import { armFrame, guarded, type Handler, type StepExecution } from '../interpreter/run-context.ts'
import { storedValue } from '../stored-value.ts'

type Branch = StepOf<'branch'>

interface Decision {
  readonly arm: string | null
  readonly input: StoredValue | null
}

async function holds(arm: Arm, value: Json | undefined, { frame, evaluation }: StepExecution<Branch>) {
  const { test } = arm
  if (!test) return ok(false)
  if (test.kind === 'condition') return evaluateCondition(test.condition, frame.scope, evaluation)
  const wanted = await evaluateInput(test.value, undefined, frame.scope, evaluation)
  return wanted.ok ? compareValues('equals', value, wanted.value) : wanted
}

/** The first arm whose test holds, or `otherwise`. */
async function decide(execution: StepExecution<Branch>): Promise<Result<Decision, Failure>> {
  const { step, frame, evaluation, trace } = execution
  const on = step.on.mode === 'value' ? step.on.value : undefined
  const value = on ? await evaluateInput(on, undefined, frame.scope, evaluation) : ok(undefined)
  if (!value.ok) return { ok: false, error: locate(value.error, { input: 'value' }) }
  const told = (input: Json) => (trace.told ? storedValue(input) : null)
  const tested: { arm: string; holds: boolean }[] = []
  const decision = (arm: string | null) =>
    ok({ arm, input: told(step.on.mode === 'value' ? { value: value.value ?? null } : { tested }) })
  for (const arm of step.arms) {
    if (arm.id === 'otherwise' || arm.id === 'error') continue
    // One after the other: a later test may only make sense when the earlier did not hold.
    // oxlint-disable-next-line no-await-in-loop
    const held = await holds(arm, value.value, execution)
    if (!held.ok) return { ok: false, error: locate(held.error, { arm: arm.id }) }
    tested.push({ arm: arm.name, holds: held.value })
    if (held.value) return decision(arm.id)
  }
  return decision(step.arms.find(({ id }) => id === 'otherwise')?.id ?? null)
}

/** Takes one arm; the decision is an effect of its own. */
export const branchHandler: Handler<Branch> = function* branchHandler(execution) {
  const { step, trace } = execution
  const run = guarded(() => decide(execution) as Promise<Result<Json, Failure>>)
  const decided = yield* perform(execution.effectKey(`decide#${execution.attempt}`), run)
  if (!decided.ok) return failed(decided.error)
  const { arm: id, input } = decided.value as unknown as Decision
  if (input) trace.input(input)
  const arm = step.arms.find((candidate) => candidate.id === id)
  if (!arm) return done({ arm: null, result: null })
  const completion = yield* execution.inside(armFrame(execution), arm.body)
  return completion.kind === 'done' ? done({ arm: arm.id, result: completion.value }) : completion
}
