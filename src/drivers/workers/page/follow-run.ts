import type { Failure, RunId, TraceEvent } from '#domain'
import type { RunOutcome } from '#runtime'

type Started = Extract<TraceEvent, { type: 'step-started' }>

/** What the page has been told of a run, so that it can be ended when the runner no longer answers. */
export interface RunFollower {
  readonly take: (events: readonly TraceEvent[]) => void
  /** The events that are missing when the run ends here: every open step, innermost first, and the run. */
  readonly close: (outcome: Exclude<RunOutcome, { status: 'succeeded' }>, at: number) => readonly TraceEvent[]
}

export function followRun(run: RunId): RunFollower {
  const open = new Map<string, Started>()
  let hasStarted = false
  let hasEnded = false

  const stepEnded = ({ key, step, iterations }: Started, at: number): TraceEvent => ({
    type: 'step-ended',
    key,
    step,
    iterations,
    at,
    status: 'cancelled',
    output: null,
    failure: null,
  })

  return {
    take: (events) => {
      for (const event of events) {
        if (event.type === 'run-started') hasStarted = true
        else if (event.type === 'step-started') open.set(event.key, event)
        else if (event.type === 'step-ended') open.delete(event.key)
        else if (event.type === 'run-ended') hasEnded = true
      }
    },
    close: (outcome, at) => {
      if (hasEnded) return []
      const failure: Failure | null = outcome.status === 'failed' ? outcome.failure : null
      const trigger = { state: 'complete', value: null, bytes: 4 } as const
      return [
        ...(hasStarted ? [] : [{ type: 'run-started', run, at, trigger } as const]),
        ...[...open.values()].toReversed().map((step) => stepEnded(step, at)),
        { type: 'run-ended', run, at, status: outcome.status, result: null, failure, dropped: 0 },
      ]
    },
  }
}
