import type { IntegrationDoc, RunId, TraceEvent } from '#domain'
import type { RunRequest } from '#runtime'
import { flowId } from '../fixtures/doc-builder.ts'

/** A request to run the flow `Main` of a document to its end, with retries. */
export const requestFor = (doc: IntegrationDoc, more: Partial<RunRequest> = {}): RunRequest => ({
  run: 'run_abc123' as RunId,
  doc,
  flow: flowId('Main'),
  trigger: {},
  variables: {},
  given: {},
  retries: true,
  until: null,
  ...more,
})

/** An event without the time at which it happened: what must be the same whatever runs the flow. */
export function timeless(event: TraceEvent): unknown {
  if (event.type === 'step-log') return { ...event, line: { ...event.line, at: 0 } }
  return 'at' in event ? { ...event, at: 0 } : event
}

/** What happened, as short lines: `started step_get000`, `succeeded step_get000 {"a":1}`, `failed step_x/2 http-404`. */
export const linesOf = (events: readonly TraceEvent[]): readonly string[] =>
  events.flatMap((event) => {
    switch (event.type) {
      case 'step-started':
        return [`started ${event.key}`]
      case 'step-attempt-failed':
        return [`attempt ${event.attempt} ${event.key} ${event.failure.code} ${event.retryInMs}`]
      case 'step-ended': {
        const value = event.output ? ` ${JSON.stringify(event.output.value)}` : ''
        return [`${event.status} ${event.key}${event.failure ? ` ${event.failure.code}` : value}`]
      }
      case 'step-log':
        return [`log ${event.key} ${event.line.text}`]
      default:
        return []
    }
  })
