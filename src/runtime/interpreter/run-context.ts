import type { Json, Result } from '#base'
import type { BehaviourOf } from '#connectors'
import type { Catalog, Failure, Step, StepId, StoredValue } from '#domain'
import type { Evaluation } from '../evaluate/evaluation.ts'
import { failure } from '../failure.ts'
import type { Engine, RunRequest, RuntimePorts } from '../ports.ts'
import { TooDeepError } from '../to-json.ts'
import type { ExecutionTrace, TraceWriter } from '../trace-writer.ts'
import type { Cancellation } from './cancellation.ts'
import type { Completion } from './completion.ts'
import type { Fiber } from './fiber.ts'
import { createInnerScope, type RunScope } from './run-scope.ts'

/** The connectors a run can use. */
export interface Installed {
  readonly catalog: Catalog
  readonly behaviourOf: BehaviourOf
}

/** What all of a run shares. */
export interface RunContext {
  readonly request: RunRequest
  readonly ports: RuntimePorts
  readonly installed: Installed
  readonly trace: TraceWriter
  readonly cancellation: Cancellation
  /** What a respond step answered; the last one counts. */
  readonly response: { value: Json | undefined }
}

/** Where in a run a sequence of steps runs. */
export interface Frame {
  readonly engine: Engine
  readonly scope: RunScope
  /** Indexes of the loops around it, outermost first. */
  readonly iterations: readonly number[]
  /** Which tries of the steps around it, so that no effect's key is used twice: `@2`. */
  readonly tries: string
  /** Whether something beside it ended what contains both. */
  readonly isOver: () => boolean
}

/** One execution of a step, as its handler sees it. */
export interface StepExecution<S extends Step = Step> {
  readonly context: RunContext
  readonly frame: Frame
  readonly step: S
  /** Counted from one. */
  readonly attempt: number
  readonly trace: ExecutionTrace
  /** What an effect under way has for an input: told if the run is cancelled before the effect has settled. */
  readonly pendingInput: { value: StoredValue | null }
  readonly evaluation: Evaluation
  /** The key of one of this execution's effects. */
  readonly effectKey: (name: string) => string
  /** Names this execution for the receiver of a request, the same for every attempt. */
  readonly idempotencyKey: string
  /** Runs steps inside this one. */
  readonly inside: (frame: Frame, steps: readonly StepId[]) => Fiber<Completion>
}

/** What a kind of step does. */
export type Handler<S extends Step> = (execution: StepExecution<S>) => Fiber<Completion>

/** The frame of an arm: sees what its step sees, and keeps its results to itself. */
export function armFrame({ frame, attempt }: StepExecution, isOver = frame.isOver): Frame {
  const tries = attempt > 1 ? `${frame.tries}@${attempt}` : frame.tries
  return { ...frame, scope: createInnerScope(frame.scope), tries, isOver }
}

/** An effect that never rejects: what is thrown is a bug of a connector or of ours, and fails the step, not the host. */
export function guarded(run: () => Promise<Result<Json, Failure>>): () => Promise<Result<Json, Failure>> {
  return async () => {
    try {
      return await run()
    } catch (thrown) {
      return { ok: false, error: crashed(thrown) }
    }
  }
}

/** What was thrown, as the failure of its step. */
export const crashed = (thrown: unknown): Failure =>
  thrown instanceof TooDeepError
    ? failure('value-too-deep')
    : failure('step-crashed', { detail: String(thrown).slice(0, 300) })
