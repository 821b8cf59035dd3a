import type { Result } from '#base'
import type { ConnectionRef, Failure, LogLine, ReceivedWebhook, StepRequest, StepResponse, TraceEvent } from '#domain'
import type { RunOutcome } from '#runtime'

/*
 * What passes over the two ports of a run: runner → vault → page. Everything the page learns of a run goes through the
 * vault, which redacts it; the runner has no other way to the page.
 */

/** Events in order. `upTo` counts all events of the run so far, so that it means the same on both ports. */
export interface TraceBatch {
  readonly type: 'trace'
  readonly upTo: number
  readonly events: readonly TraceEvent[]
}

/** Everything up to an event has been shown; the runner waits when too many have not. */
export interface TraceAck {
  readonly type: 'ack'
  readonly upTo: number
}

/** The run is over; comes after its last event. */
export interface RunEnded {
  readonly type: 'ended'
  readonly outcome: RunOutcome
}

export interface SendMessage {
  readonly type: 'send'
  readonly id: number
  readonly request: StepRequest
  readonly connection: ConnectionRef | null
  /** The same for every attempt of the same execution. */
  readonly idempotencyKey: string
}

export interface AbortMessage {
  readonly type: 'abort'
  readonly id: number
}

/** Asks whether a webhook comes from whom a connection says. */
export interface VerifyMessage {
  readonly type: 'verify'
  readonly id: number
  readonly webhook: ReceivedWebhook
  readonly connection: ConnectionRef
}

export interface VerifiedMessage {
  readonly type: 'verified'
  readonly id: number
  readonly result: Result<null, Failure>
}

export interface SentMessage {
  readonly type: 'sent'
  readonly id: number
  readonly result: Result<StepResponse, Failure>
}

/**
 * What the vault has to say about a request under way. It goes through the runner, whose trace counts every event and
 * knows which step sent the request.
 */
export interface NoteMessage {
  readonly type: 'note'
  readonly id: number
  readonly line: LogLine
}

export type RunnerToVault = SendMessage | AbortMessage | VerifyMessage | TraceBatch | RunEnded
export type VaultToRunner = SentMessage | VerifiedMessage | NoteMessage | TraceAck
export type VaultToPage = TraceBatch | RunEnded
export type PageToVault = TraceAck
