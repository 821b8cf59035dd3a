import { err, ok, type Json, type Result } from '#base'
import type { Failure, StepOf } from '#domain'
import { evaluateInput } from '../evaluate/evaluate-input.ts'
import { locate } from '../failure.ts'
import { done, failed } from '../interpreter/completion.ts'
import { perform } from '../interpreter/fiber.ts'
import { guarded, type Handler, type StepExecution } from '../interpreter/run-context.ts'
import { storedValue } from '../stored-value.ts'

type Respond = StepOf<'respond'>

async function answerOf({ step, frame, evaluation }: StepExecution<Respond>): Promise<Result<Json, Failure>> {
  const answer: Record<string, Json> = {}
  for (const [input, entered] of Object.entries(step.inputs)) {
    // oxlint-disable-next-line no-await-in-loop
    const value = await evaluateInput(entered, undefined, frame.scope, evaluation)
    if (!value.ok) return err(locate(value.error, { input }))
    if (value.value !== undefined) answer[input] = value.value
  }
  return ok(answer)
}

/** Sets what the run answers and goes on. Result: the answer. */
export const respondHandler: Handler<Respond> = function* respondHandler(execution) {
  const answer = yield* perform(
    execution.effectKey(`answer#${execution.attempt}`),
    guarded(() => answerOf(execution)),
  )
  if (!answer.ok) return failed(answer.error)
  if (execution.trace.told) execution.trace.input(storedValue(answer.value))
  execution.context.response.value = answer.value
  return done(answer.value)
}
