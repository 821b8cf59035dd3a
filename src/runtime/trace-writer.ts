import type { Json } from '#base'
import type { Failure, LogLine, StepId, StoredValue, TraceEvent } from '#domain'
import { storedValue } from './stored-value.ts'

/** Executions inside loops that are told one by one; beyond, only those that fail. */
const MAX_TOLD = 2000
/** Failing executions that are told although the others are not. */
const MAX_LATE_FAILURES = 100
/** Iterations of each loop that are told one by one. */
const TOLD_ITERATIONS = 200

/** Tells the trace about one execution of a step. */
export interface ExecutionTrace {
  /** Whether it is told; otherwise what it says is kept back until it fails. */
  readonly told: boolean
  readonly started: () => void
  readonly input: (input: StoredValue) => void
  readonly logs: (lines: readonly LogLine[]) => void
  readonly attemptFailed: (attempt: number, failure: Failure, retryInMs: number | null) => void
  readonly progress: (done: number, total: number) => void
  readonly ended: (
    status: 'succeeded' | 'failed' | 'skipped' | 'cancelled',
    output: Json,
    failure: Failure | null,
  ) => void
}

/** Writes the trace of one run: what is told of it, and how much is not. */
export interface TraceWriter {
  readonly emit: (event: TraceEvent) => void
  readonly execution: (step: StepId, iterations: readonly number[], now: () => number) => ExecutionTrace
  /** Executions that were not told one by one. */
  readonly dropped: () => number
}

/** The run key of an execution: `step_a1b2c3/0/12`. */
export const runKeyOf = (step: StepId, iterations: readonly number[]): string => [step, ...iterations].join('/')

export function createTraceWriter(emit: (event: TraceEvent) => void): TraceWriter {
  let dropped = 0
  let tellable = MAX_TOLD
  let lateFailures = MAX_LATE_FAILURES

  const mayTell = (iterations: readonly number[]): boolean => {
    if (iterations.length === 0) return true
    if (tellable === 0 || iterations.some((index) => index >= TOLD_ITERATIONS)) return false
    tellable -= 1
    return true
  }

  const execution: TraceWriter['execution'] = (step, iterations, now) => {
    const key = runKeyOf(step, iterations)
    const told = mayTell(iterations)
    const keptBack: TraceEvent[] = []
    const tell = (event: TraceEvent) => (told ? emit(event) : void keptBack.push(event))
    return {
      told,
      started: () => tell({ type: 'step-started', key, step, iterations: [...iterations], at: now() }),
      input: (input) => tell({ type: 'step-input', key, input }),
      logs: (lines) => {
        for (const line of lines) tell({ type: 'step-log', key, line })
      },
      attemptFailed: (attempt, failure, retryInMs) =>
        tell({ type: 'step-attempt-failed', key, attempt, at: now(), failure, retryInMs }),
      progress: (done, total) => {
        if (told) emit({ type: 'loop-progress', key, done, total })
      },
      ended: (status, output, failure) => {
        if (!told) {
          dropped += 1
          if (status !== 'failed' || lateFailures === 0) return
          dropped -= 1
          lateFailures -= 1
          for (const event of keptBack) emit(event)
        }
        const at = now()
        const kept = status === 'succeeded' ? storedValue(output) : null
        emit({ type: 'step-ended', key, step, iterations: [...iterations], at, status, output: kept, failure })
      },
    }
  }

  return { emit, execution, dropped: () => dropped }
}
