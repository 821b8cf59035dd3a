import type { Json } from '#base'
import type { StepOf } from '#domain'
import { done, type Completion } from '../interpreter/completion.ts'
import { join, type Fiber } from '../interpreter/fiber.ts'
import { armFrame, type Handler } from '../interpreter/run-context.ts'

/** Runs its lanes side by side. Result: their results by arm id. */
export const parallelHandler: Handler<StepOf<'parallel'>> = function* parallelHandler(execution) {
  const { step, frame } = execution
  const lanes = step.arms.filter(({ id }) => id !== 'error')
  const shared: { end: Completion | null } = { end: null }

  function* lane(index: number): Fiber<Json> {
    const inner = armFrame(execution, () => frame.isOver() || shared.end !== null)
    const completion = yield* execution.inside(inner, lanes[index]?.body ?? [])
    if (completion.kind === 'done') return completion.value
    shared.end ??= completion
    return null
  }

  const results = yield* join(lanes.map((_, index) => lane(index)))
  return shared.end ?? done(Object.fromEntries(lanes.map(({ id }, index) => [id, results[index] ?? null])))
}
