import * as z from 'zod'
import { Failure } from './failure.ts'
import { FlowId, IntegrationId, RunId, StepId } from './ids.ts'
import { JsonValue } from './json-value.ts'

/** The words a person sees for a step's or run's state. */
export const RunStatus = z.enum(['waiting', 'running', 'succeeded', 'failed', 'skipped', 'cancelled'])
export type RunStatus = z.infer<typeof RunStatus>

/** A recorded value. Only a `complete` one may be used again as an input. `bytes`: its size as JSON before cutting. */
export const StoredValue = z.strictObject({
  state: z.enum(['complete', 'redacted', 'cut']),
  value: JsonValue,
  bytes: z.number().int().nonnegative(),
})
export type StoredValue = z.infer<typeof StoredValue>

/** A line of a step's log: what the step wrote, or, with `params`, the key of a sentence that they fill. */
export const LogLine = z.strictObject({
  at: z.number(),
  level: z.enum(['debug', 'info', 'warn', 'error']),
  text: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
export type LogLine = z.infer<typeof LogLine>

/** One try of a step. Times are milliseconds since the epoch. */
export const Attempt = z.strictObject({
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  failure: Failure.nullable(),
})
export type Attempt = z.infer<typeof Attempt>

/**
 * Names one execution of a step in a run: the step and, outermost first, the indexes of the loops around it:
 * `step_a1b2c3` or `step_a1b2c3/0/12`. Stable over a replay, so it serves as journal and idempotency key.
 */
export const StepRunKey = z.string().regex(/^step_[a-z0-9]+(\/\d+)*$/)
export type StepRunKey = z.infer<typeof StepRunKey>

/** What happened to one execution of a step. */
export const StepRun = z.strictObject({
  key: StepRunKey,
  step: StepId,
  iterations: z.array(z.number().int().nonnegative()),
  status: RunStatus,
  startedAt: z.number().nullable(),
  endedAt: z.number().nullable(),
  attempts: z.array(Attempt),
  input: StoredValue.nullable(),
  output: StoredValue.nullable(),
  logs: z.array(LogLine),
  failure: Failure.nullable(),
})
export type StepRun = z.infer<typeof StepRun>

/** A run of a flow, as kept. `steps` is in the order in which they first started. */
export const Run = z.strictObject({
  id: RunId,
  integration: IntegrationId,
  flow: FlowId,
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  status: RunStatus,
  trigger: StoredValue,
  steps: z.array(StepRun),
  /** Executions that were not kept one by one because the run was too long. */
  dropped: z.number().int().nonnegative(),
  failure: Failure.nullable(),
})
export type Run = z.infer<typeof Run>

/**
 * What a running flow tells, in order. Values are what the trace shows: cut when too large and redacted by the vault
 * before they reach the page.
 */
export const TraceEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('run-started'), run: RunId, at: z.number(), trigger: StoredValue }),
  z.strictObject({
    type: z.literal('step-started'),
    key: StepRunKey,
    step: StepId,
    iterations: z.array(z.number().int().nonnegative()),
    at: z.number(),
  }),
  z.strictObject({ type: z.literal('step-input'), key: StepRunKey, input: StoredValue }),
  z.strictObject({ type: z.literal('step-log'), key: StepRunKey, line: LogLine }),
  z.strictObject({
    type: z.literal('step-attempt-failed'),
    key: StepRunKey,
    attempt: z.number().int().positive(),
    at: z.number(),
    failure: Failure,
    /** Milliseconds until the next try; null when there is none. */
    retryInMs: z.number().nullable(),
  }),
  z.strictObject({
    type: z.literal('step-ended'),
    key: StepRunKey,
    step: StepId,
    iterations: z.array(z.number().int().nonnegative()),
    at: z.number(),
    status: z.enum(['succeeded', 'failed', 'skipped', 'cancelled']),
    output: StoredValue.nullable(),
    failure: Failure.nullable(),
  }),
  /** Progress of a loop, so that a long one need not report each item. */
  z.strictObject({
    type: z.literal('loop-progress'),
    key: StepRunKey,
    done: z.number().int().nonnegative(),
    total: z.number().int().nonnegative(),
  }),
  z.strictObject({
    type: z.literal('run-ended'),
    run: RunId,
    at: z.number(),
    status: z.enum(['succeeded', 'failed', 'cancelled']),
    result: StoredValue.nullable(),
    failure: Failure.nullable(),
    dropped: z.number().int().nonnegative(),
  }),
])
export type TraceEvent = z.infer<typeof TraceEvent>
