import type { Json, Result } from '#base'
import type { ActionSpec, ConnectionRef, Failure, LogLine, StepRequest, StepResponse } from '#domain'

/** What an action may use when it runs. */
export interface BehaviourContext {
  /** The evaluated inputs by key; one without a value is not there. */
  readonly inputs: Readonly<Record<string, Json>>
  readonly connection: ConnectionRef | null
  /** Sends with the step's connection, idempotency key and abort signal. */
  readonly send: (request: StepRequest) => Promise<Result<StepResponse, Failure>>
  readonly log: (level: LogLine['level'], text: string) => void
}

/** What an action does. Expected failures are results; it throws only on a bug. */
export type Behaviour = (context: BehaviourContext) => Promise<Result<Json, Failure>>

/** Finds what an action of a connector does; `spec` serves actions that are nothing but a request template. */
export type BehaviourOf = (connector: string, action: string, spec?: ActionSpec) => Behaviour | undefined
