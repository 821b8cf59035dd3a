import { err, ok, type Json, type Result } from '#base'
import type { ArmId, Failure, StepOf } from '#domain'
import { evaluateInput } from '../evaluate/evaluate-input.ts'
import { failure, locate } from '../failure.ts'
import { done, failed, type Completion } from '../interpreter/completion.ts'
import { drive } from '../interpreter/drive.ts'
import { join, perform, spawn, type Fiber } from '../interpreter/fiber.ts'
import { armFrame, guarded, type Frame, type Handler, type StepExecution } from '../interpreter/run-context.ts'
import { storedValue } from '../stored-value.ts'

type Loop = StepOf<'loop'>

/** Iterations that run in this run; more run in children of this many each, so that no journal grows without bound. */
const CHUNK = 250
const MAX_ITERATIONS = 100_000
/** Times a loop tells its progress. */
const PROGRESS_STEPS = 100

const BODY = 'body' as ArmId

/** What a loop goes over: items, or how many times. */
type Rounds = { readonly items: readonly Json[] } | { readonly times: number }

/** Some iterations' results, and what ended them early. */
interface Part {
  readonly values: readonly Json[]
  readonly end: Completion | null
}

async function roundsOf({ step, frame, evaluation }: StepExecution<Loop>): Promise<Result<Rounds, Failure>> {
  const { over } = step
  const input = over.mode === 'items' ? 'items' : 'times'
  const value =
    over.mode === 'items'
      ? await evaluateInput(over.items, { type: 'list' }, frame.scope, evaluation)
      : await evaluateInput(over.times, { type: 'number' }, frame.scope, evaluation)
  if (!value.ok) return err(locate(value.error, { input }))
  if (over.mode === 'items') {
    const items = (value.value ?? []) as readonly Json[]
    return items.length > MAX_ITERATIONS
      ? err(failure('loop-too-long', { limit: MAX_ITERATIONS }, { input }))
      : ok({ items })
  }
  const times = value.value ?? 0
  if (typeof times !== 'number' || !Number.isInteger(times) || times < 0) {
    return err(failure('loop-times', { times: JSON.stringify(times) }, { input }))
  }
  return times > MAX_ITERATIONS ? err(failure('loop-too-long', { limit: MAX_ITERATIONS }, { input })) : ok({ times })
}

interface Range {
  readonly rounds: Rounds
  readonly total: number
  readonly from: number
  readonly to: number
}

const totalOf = (rounds: Rounds): number => ('items' in rounds ? rounds.items.length : rounds.times)

/** How a range ended early in which nothing failed. */
function endOf(base: Frame, broke: boolean): Completion | null {
  if (base.isOver()) return { kind: 'over' }
  return broke ? { kind: 'break' } : null
}

/** Runs the iterations of a range, as many at a time as the loop says, in a frame whose engine runs them. */
function* runRange(execution: StepExecution<Loop>, base: Frame, range: Range): Fiber<Part> {
  const { step, trace } = execution
  const { rounds, total, from, to } = range
  const body = step.arms.find(({ id }) => id === BODY)?.body ?? []
  const values = new Map<number, Json>()
  const shared: { next: number; finished: number; broke: boolean; end: Completion | null } = {
    next: from,
    finished: from,
    broke: false,
    end: null,
  }
  const every = Math.max(1, Math.ceil(total / PROGRESS_STEPS))

  function* iterate(index: number): Fiber<void> {
    const outer = { ...execution, frame: base }
    const frame = armFrame(outer, () => base.isOver() || shared.end !== null)
    const currentItem = 'items' in rounds ? (rounds.items[index] ?? null) : index
    frame.scope.set(step.id, { currentItem, index, isFirst: index === 0, isLast: index === total - 1 })
    const completion = yield* execution.inside({ ...frame, iterations: [...base.iterations, index] }, body)
    if (completion.kind === 'break') {
      shared.broke = true
      return
    }
    if (completion.kind !== 'done') {
      shared.end ??= completion
      return
    }
    values.set(index, completion.value)
    shared.finished += 1
    if (shared.finished % every === 0 || shared.finished === total) trace.progress(shared.finished, total)
  }

  function* work(): Fiber<void> {
    while (shared.next < to && !shared.broke && shared.end === null && !base.isOver()) {
      const index = shared.next
      shared.next += 1
      yield* iterate(index)
    }
  }

  const workers = Math.min(step.concurrency, to - from)
  if (workers > 1) yield* join(Array.from({ length: workers }, work))
  else yield* work()
  const end = shared.end ?? endOf(base, shared.broke)
  return { values: [...values].toSorted(([a], [b]) => a - b).map(([, value]) => value), end }
}

/** Runs a range as a run of its own. */
function* runChild(execution: StepExecution<Loop>, range: Range): Fiber<Part> {
  const { frame, context, attempt } = execution
  const settled = yield* spawn(execution.effectKey(`items#${attempt}/${range.from}`), async (engine) => {
    const driven = await drive(engine, runRange(execution, { ...frame, engine }, range), context.cancellation)
    return driven.cancelled ? err(failure('cancelled')) : ok(driven.value as unknown as Json)
  })
  return settled.ok ? (settled.value as unknown as Part) : { values: [], end: failed(settled.error) }
}

/** Runs its body for each item or N times. Result: the results of the iterations that were completed, in order. */
export const loopHandler: Handler<Loop> = function* loopHandler(execution) {
  const { trace, frame, attempt } = execution
  const run = guarded(() => roundsOf(execution))
  const decided = yield* perform(execution.effectKey(`items#${attempt}`), run)
  if (!decided.ok) return failed(decided.error)
  const rounds = decided.value as unknown as Rounds
  const total = totalOf(rounds)
  if (trace.told) trace.input(storedValue(rounds))
  const values: Json[] = []
  for (let from = 0; from < total; from += CHUNK) {
    const range = { rounds, total, from, to: Math.min(from + CHUNK, total) }
    const part = total <= CHUNK ? yield* runRange(execution, frame, range) : yield* runChild(execution, range)
    for (const value of part.values) values.push(value)
    if (part.end?.kind === 'break') break
    if (part.end) return part.end
  }
  return done(values)
}
