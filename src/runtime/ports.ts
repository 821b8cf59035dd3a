import type { Json, Result } from '#base'
import type { Failure, FlowId, IntegrationDoc, RunId, Send, StepId, TraceEvent, Verify } from '#domain'

/** Names an effect, the same over every replay: a step's run key plus what of it, `step_a1b2c3/0/12:run#2`. */
export type EffectKey = string

/** An effect that has settled. What it gives must be JSON: a durable engine writes it down. */
export type Settled =
  | { readonly key: EffectKey; readonly outcome: 'done'; readonly value: Json }
  | { readonly key: EffectKey; readonly outcome: 'failed'; readonly failure: Failure }

/** Why `next` returned without an effect. */
export interface Interrupted {
  readonly outcome: 'cancelled'
}

/**
 * What the interpreter's one driver loop needs of its host. Effects are started without waiting; `next` gives them back
 * one at a time in the order they settle. Nothing else in the interpreter awaits, so a durable engine can replay it.
 */
export interface Engine {
  /** Starts a journaled effect. A key is started once. `run` resolves with JSON, or with a failure; it does not reject. */
  readonly start: (key: EffectKey, run: () => Promise<Result<Json, Failure>>) => void
  /** Starts a timer that settles after `milliseconds` with `null`. */
  readonly sleep: (key: EffectKey, milliseconds: number) => void
  /** Starts a run of its own for a part of this one (chunks of long loops); settles with the child's result. */
  readonly child: (key: EffectKey, run: (engine: Engine) => Promise<Result<Json, Failure>>) => void
  /** The next settled effect, or that the run was cancelled. */
  readonly next: () => Promise<Settled | Interrupted>
  /** Milliseconds since the epoch, the same over a replay. */
  readonly now: () => number
}

/** What a handler may use beside its inputs. */
export interface RuntimePorts {
  readonly engine: Engine
  readonly send: Send
  /** Verifies the webhook that started the run, where its trigger has a connection. */
  readonly verify: Verify
  /** Where the trace goes; must not throw. Called in order. */
  readonly trace: (event: TraceEvent) => void
  /** Aborts when the run is cancelled. */
  readonly signal: AbortSignal
  /** For JSONata's `$random` and handlers; in `[0, 1)`. */
  readonly random: () => number
}

/** What to run. */
export interface RunRequest {
  readonly run: RunId
  readonly doc: IntegrationDoc
  readonly flow: FlowId
  /** What the trigger gives. */
  readonly trigger: Json
  /** Values of the config variables by id; those left out have their default. */
  readonly variables: Readonly<Record<string, Json>>
  /** Outputs to take instead of running a step (pinned, or from an earlier run), by step. */
  readonly given: Readonly<Record<StepId, Json>>
  /** Whether retries are made; switched off they fail at once. */
  readonly retries: boolean
  /** Stop after this step; null: run to the end. */
  readonly until: StepId | null
}

/** How a run ended. */
export type RunOutcome =
  | { readonly status: 'succeeded'; readonly result: Json }
  | { readonly status: 'failed'; readonly failure: Failure }
  | { readonly status: 'cancelled' }
