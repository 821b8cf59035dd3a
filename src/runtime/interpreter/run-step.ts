import type { Json } from '#base'
import type { ErrorPolicy, Failure, Step, StepId } from '#domain'
import { locate } from '../failure.ts'
import { handle } from '../handlers/handle.ts'
import { toJson } from '../to-json.ts'
import { runKeyOf } from '../trace-writer.ts'
import { done, failed, type Completion } from './completion.ts'
import { pause, type Fiber } from './fiber.ts'
import { armFrame, crashed, type Frame, type RunContext, type StepExecution } from './run-context.ts'

/** Milliseconds that a receiver's `retryAfter` may make a run wait. */
const MAX_RETRY_AFTER = 300_000

/** Milliseconds before the next try: the policy's delay, doubled each time if exponential; longer if the receiver asks. */
function delayAfter(attempt: number, { delaySeconds, exponential }: ErrorPolicy, { params }: Failure): number {
  const own = delaySeconds * 1000 * (exponential ? 2 ** (attempt - 1) : 1)
  const asked = typeof params['retryAfter'] === 'number' ? params['retryAfter'] * 1000 : 0
  return Math.max(own, Math.min(asked, MAX_RETRY_AFTER))
}

/** One try; what a handler throws is a bug that fails its step. */
function* oneTry(execution: StepExecution): Fiber<Completion> {
  try {
    return yield* handle(execution)
  } catch (thrown) {
    return failed(crashed(thrown))
  }
}

/** Tries the step as often as its policy says; tells each try that failed. */
function* tryStep(execution: StepExecution): Fiber<Completion> {
  const { step, context, frame, trace } = execution
  const { policy, attempts } = step.onError
  const most = policy === 'retry' && context.request.retries ? attempts : 1
  for (let attempt = 1; ; attempt += 1) {
    const completion = yield* oneTry({ ...execution, attempt })
    if (completion.kind !== 'failed') return completion
    const found = locate(completion.failure, { step: step.id })
    const again = attempt < most && found.retryable
    const delay = again ? delayAfter(attempt, step.onError, found) : null
    if (policy === 'retry') trace.attemptFailed(attempt, found, delay)
    if (delay === null) return failed(found)
    yield* pause(execution.effectKey(`wait#${attempt}`), delay)
    if (frame.isOver()) return { kind: 'over' }
  }
}

/** A failure that would not be without another, which comes after the causes it has of its own. */
const causedBy = (failure: Failure, first: Failure): Failure => ({
  ...failure,
  cause: failure.cause ? causedBy(failure.cause, first) : first,
})

/** What a step's failure means for the sequence it is in. */
function* afterFailure(execution: StepExecution, found: Failure): Fiber<Completion> {
  const { step } = execution
  const { policy, ignoreFinalError } = step.onError
  if (policy === 'ignore' || (policy === 'retry' && ignoreFinalError)) return done(null)
  const arm = policy === 'handle' ? step.arms.find(({ id }) => id === 'error') : undefined
  if (!arm) return failed(found)
  const frame = armFrame(execution)
  frame.scope.set(step.id, { error: toJson(found) ?? null })
  const completion = yield* execution.inside(frame, arm.body)
  return completion.kind === 'failed' ? failed(causedBy(completion.failure, found)) : completion
}

/** Tells how an execution ended; a failure that the policy takes care of is told too. */
function tell({ trace }: StepExecution, completion: Completion): void {
  switch (completion.kind) {
    case 'done':
      return trace.ended('succeeded', completion.value, null)
    case 'failed':
      return trace.ended('failed', null, completion.failure)
    case 'break':
      return trace.ended('succeeded', null, null)
    case 'stop':
      return completion.failure
        ? trace.ended('failed', null, completion.failure)
        : trace.ended('succeeded', completion.value, null)
    case 'over':
      return trace.ended('cancelled', null, null)
  }
}

function* execute(execution: StepExecution): Fiber<Completion> {
  const { step, context, trace } = execution
  let ended = false
  let completion: Completion
  trace.started()
  try {
    completion = Object.hasOwn(context.request.given, step.id)
      ? done(context.request.given[step.id] ?? null)
      : yield* tryStep(execution)
    ended = true
  } finally {
    // Reached by `return()` when the run is cancelled while the step waits.
    if (!ended) {
      if (execution.pendingInput.value) trace.input(execution.pendingInput.value)
      trace.ended('cancelled', null, null)
    }
  }
  tell(execution, completion)
  if (completion.kind === 'failed') completion = yield* afterFailure(execution, completion.failure)
  return completion.kind === 'done' && step.id === context.request.until
    ? { kind: 'stop', value: completion.value, failure: null }
    : completion
}

function executionOf(context: RunContext, frame: Frame, step: Step): StepExecution {
  const runKey = runKeyOf(step.id, frame.iterations)
  const { now } = frame.engine
  return {
    context,
    frame,
    step,
    attempt: 1,
    trace: context.trace.execution(step.id, frame.iterations, now),
    pendingInput: { value: null },
    evaluation: { now, random: context.ports.random },
    effectKey: (name) => `${runKey}${frame.tries}:${name}`,
    idempotencyKey: `${context.request.run}/${runKey}`,
    inside: (inner, steps) => runSequence(context, inner, steps),
  }
}

/** Runs steps one after the other; the last result is the sequence's. */
export function* runSequence(context: RunContext, frame: Frame, steps: readonly StepId[]): Fiber<Completion> {
  let last: Json = null
  for (const id of steps) {
    if (frame.isOver()) return { kind: 'over' }
    const step = context.request.doc.steps[id]
    if (!step) continue
    const execution = executionOf(context, frame, step)
    if (step.disabled) {
      execution.trace.ended('skipped', null, null)
      frame.scope.set(id, null)
      if (id === context.request.until) return { kind: 'stop', value: null, failure: null }
      continue
    }
    const completion = yield* execute(execution)
    if (completion.kind !== 'done') return completion
    frame.scope.set(id, completion.value)
    last = completion.value
  }
  return done(last)
}
