import { err, ok, type Json, type Result } from '#base'
import type { Failure, StepOf } from '#domain'
import { evaluateInput } from '../evaluate/evaluate-input.ts'
import { failure, locate } from '../failure.ts'
import { failed } from '../interpreter/completion.ts'
import { perform } from '../interpreter/fiber.ts'
import { guarded, type Handler, type StepExecution } from '../interpreter/run-context.ts'
import { storedValue } from '../stored-value.ts'

type Stop = StepOf<'stop'>

async function messageOf({ step, frame, evaluation }: StepExecution<Stop>): Promise<Result<Json, Failure>> {
  const message = await evaluateInput(step.message, { type: 'text' }, frame.scope, evaluation)
  return message.ok ? ok(message.value ?? '') : err(locate(message.error, { input: 'message' }))
}

/** Ends the run with its message: as a success, or as the failure `stopped`. */
export const stopHandler: Handler<Stop> = function* stopHandler(execution) {
  const { step, trace } = execution
  const message = yield* perform(
    execution.effectKey(`message#${execution.attempt}`),
    guarded(() => messageOf(execution)),
  )
  if (!message.ok) return failed(message.error)
  if (trace.told) trace.input(storedValue({ message: message.value }))
  const text = typeof message.value === 'string' ? message.value : ''
  return step.outcome === 'success'
    ? { kind: 'stop', value: message.value, failure: null }
    : { kind: 'stop', value: null, failure: failure('stopped', { message: text }, { step: step.id }) }
}
