import type { Run, RunStatus, StepRun, TraceEvent } from '#domain'
import { assert, unreachable } from '#base'

/** A run as it is shown: the executions by key, in the order they started, and the latest state of every step. */
export interface RunView {
  readonly id: Run['id']
  readonly integration: Run['integration']
  readonly flow: Run['flow']
  readonly status: RunStatus
  readonly startedAt: number
  readonly endedAt: number | null
  readonly trigger: Run['trigger']
  readonly failure: Run['failure']
  readonly dropped: number
  readonly order: readonly string[]
  readonly steps: Readonly<Record<string, StepRun>>
  /** By step: what its node shows. */
  readonly byStep: Readonly<Record<string, StepSummary>>
}

/** The state of a step over all its executions in a run. */
export interface StepSummary {
  readonly status: RunStatus
  readonly runs: number
  readonly failed: number
  /** Milliseconds of the latest execution; null while it runs. */
  readonly milliseconds: number | null
  /** The latest execution. */
  readonly latest: string
  readonly retrying: boolean
  readonly progress: { readonly done: number; readonly total: number } | null
}

const emptyStepRun = (event: { key: string; step: StepRun['step']; iterations: number[] }): StepRun => ({
  key: event.key,
  step: event.step,
  iterations: event.iterations,
  status: 'waiting',
  startedAt: null,
  endedAt: null,
  attempts: [],
  input: null,
  output: null,
  logs: [],
  failure: null,
})

/** Takes a batch of trace events into a view. Copies the tables once per batch, not once per event. */
export function reduceTrace(view: RunView, events: readonly TraceEvent[]): RunView {
  const draft: Draft = {
    view,
    order: [...view.order],
    steps: { ...view.steps },
    byStep: { ...view.byStep },
  }
  for (const event of events) take(draft, event)
  return { ...draft.view, order: draft.order, steps: draft.steps, byStep: draft.byStep }
}

interface Draft {
  view: RunView
  readonly order: string[]
  readonly steps: Record<string, StepRun>
  readonly byStep: Record<string, StepSummary>
}

function take(draft: Draft, event: TraceEvent): void {
  switch (event.type) {
    case 'run-started':
      draft.view = { ...draft.view, startedAt: event.at, status: 'running', trigger: event.trigger }
      return
    case 'run-ended':
      draft.view = {
        ...draft.view,
        endedAt: event.at,
        status: event.status,
        failure: event.failure,
        dropped: event.dropped,
      }
      skipWaiting(draft)
      return
    case 'step-started':
      startStep(draft, event)
      return
    case 'step-input':
      change(draft, event.key, (run) => ({ ...run, input: event.input }))
      return
    case 'step-log':
      change(draft, event.key, (run) => ({ ...run, logs: [...run.logs, event.line] }))
      return
    case 'step-attempt-failed':
      failAttempt(draft, event)
      return
    case 'step-ended':
      endStep(draft, event)
      return
    case 'loop-progress': {
      const run = draft.steps[event.key]
      const summary = run && draft.byStep[run.step]
      if (run && summary) {
        draft.byStep[run.step] = { ...summary, progress: { done: event.done, total: event.total } }
      }
      return
    }
    default:
      unreachable(event)
  }
}

/** What the run never came to does not wait any more. */
function skipWaiting(draft: Draft): void {
  for (const [step, summary] of Object.entries(draft.byStep)) {
    if (summary.status === 'waiting') draft.byStep[step] = { ...summary, status: 'skipped' }
  }
}

function change(draft: Draft, key: string, edit: (run: StepRun) => StepRun): void {
  const run = draft.steps[key]
  if (run) draft.steps[key] = edit(run)
}

function startStep(draft: Draft, event: Extract<TraceEvent, { type: 'step-started' }>): void {
  // Inside a container that is tried again the same execution starts anew: its record begins again.
  const known = draft.steps[event.key]
  if (!known) draft.order.push(event.key)
  draft.steps[event.key] = {
    ...emptyStepRun(event),
    status: 'running',
    startedAt: event.at,
    attempts: [{ startedAt: event.at, endedAt: null, failure: null }],
  }
  const summary = draft.byStep[event.step]
  draft.byStep[event.step] = {
    status: 'running',
    runs: (summary?.runs ?? 0) + (known ? 0 : 1),
    failed: summary?.failed ?? 0,
    milliseconds: null,
    latest: event.key,
    retrying: false,
    progress: summary?.progress ?? null,
  }
}

function failAttempt(draft: Draft, event: Extract<TraceEvent, { type: 'step-attempt-failed' }>): void {
  change(draft, event.key, (run) => {
    const last = run.attempts.at(-1)
    const ended = { startedAt: last?.startedAt ?? event.at, endedAt: event.at, failure: event.failure }
    const next =
      event.retryInMs === null ? [] : [{ startedAt: event.at + event.retryInMs, endedAt: null, failure: null }]
    return { ...run, attempts: [...run.attempts.slice(0, -1), ended, ...next] }
  })
  const step = draft.steps[event.key]?.step
  const summary = step && draft.byStep[step]
  if (step && summary) draft.byStep[step] = { ...summary, retrying: event.retryInMs !== null }
}

function endStep(draft: Draft, event: Extract<TraceEvent, { type: 'step-ended' }>): void {
  if (!draft.steps[event.key]) {
    draft.order.push(event.key)
    draft.steps[event.key] = emptyStepRun(event)
  }
  const run = draft.steps[event.key]
  assert(run, 'a step run that was just made is there')
  const last = run.attempts.at(-1)
  const attempts = last ? [...run.attempts.slice(0, -1), { ...last, endedAt: event.at, failure: event.failure }] : []
  draft.steps[event.key] = {
    ...run,
    status: event.status,
    endedAt: event.at,
    output: event.output,
    failure: event.failure,
    attempts,
  }
  const summary = draft.byStep[event.step]
  draft.byStep[event.step] = {
    status: event.status,
    runs: Math.max(summary?.runs ?? 0, 1),
    failed: (summary?.failed ?? 0) + (event.status === 'failed' ? 1 : 0),
    milliseconds: run.startedAt === null ? null : event.at - run.startedAt,
    latest: event.key,
    retrying: false,
    progress: summary?.progress ?? null,
  }
}

/** The run as it is kept. */
export function runOf(view: RunView): Run {
  return {
    id: view.id,
    integration: view.integration,
    flow: view.flow,
    startedAt: view.startedAt,
    endedAt: view.endedAt,
    status: view.status,
    trigger: view.trigger,
    steps: view.order.flatMap((key) => view.steps[key] ?? []),
    dropped: view.dropped,
    failure: view.failure,
  }
}

/** A kept run as it is shown. */
export function viewOf(run: Run): RunView {
  const byStep: Record<string, StepSummary> = {}
  for (const step of run.steps) {
    const summary = byStep[step.step]
    byStep[step.step] = {
      status: step.status,
      runs: (summary?.runs ?? 0) + 1,
      failed: (summary?.failed ?? 0) + (step.status === 'failed' ? 1 : 0),
      milliseconds: step.startedAt === null || step.endedAt === null ? null : step.endedAt - step.startedAt,
      latest: step.key,
      retrying: false,
      progress: null,
    }
  }
  const { steps, ...rest } = run
  return {
    ...rest,
    order: steps.map((step) => step.key),
    steps: Object.fromEntries(steps.map((step) => [step.key, step])),
    byStep,
  }
}
