import { unreachable } from '#base'
import type { Failure, LogLine, StoredValue, TraceEvent } from '#domain'
import type { RunOutcome } from '#runtime'
import type { Redactor } from '#vault'

/** A recorded value without secrets; one that held some says so and is not used again as an input. */
function redactStored(redactor: Redactor, stored: StoredValue): StoredValue {
  const value = redactor.json(stored.value, { cut: stored.state === 'cut' })
  if (value === stored.value) return stored
  return { ...stored, value, state: stored.state === 'cut' ? 'cut' : 'redacted' }
}

const maybeStored = (redactor: Redactor, stored: StoredValue | null): StoredValue | null =>
  stored && redactStored(redactor, stored)

/** A failure without secrets in what it says; causes included. */
export function redactFailure(redactor: Redactor, failure: Failure): Failure {
  const { cause } = failure
  return {
    ...failure,
    // Facts may have been shortened, so they may end within a secret.
    params: redactor.json(failure.params, { cut: true }),
    at: redactor.json(failure.at),
    ...(cause && { cause: redactFailure(redactor, cause) }),
  }
}

const maybeFailure = (redactor: Redactor, failure: Failure | null): Failure | null =>
  failure && redactFailure(redactor, failure)

function redactLine(redactor: Redactor, line: LogLine): LogLine {
  const { params } = line
  return { ...line, text: redactor.text(line.text, { cut: true }), ...(params && { params: redactor.json(params) }) }
}

/** A trace event as the page may see it. Ids, times and states hold no values and stay. */
export function redactEvent(redactor: Redactor, event: TraceEvent): TraceEvent {
  switch (event.type) {
    case 'run-started':
      return { ...event, trigger: redactStored(redactor, event.trigger) }
    case 'step-started':
    case 'loop-progress':
      return event
    case 'step-input':
      return { ...event, input: redactStored(redactor, event.input) }
    case 'step-log':
      return { ...event, line: redactLine(redactor, event.line) }
    case 'step-attempt-failed':
      return { ...event, failure: redactFailure(redactor, event.failure) }
    case 'step-ended':
      return {
        ...event,
        output: maybeStored(redactor, event.output),
        failure: maybeFailure(redactor, event.failure),
      }
    case 'run-ended':
      return {
        ...event,
        result: maybeStored(redactor, event.result),
        failure: maybeFailure(redactor, event.failure),
      }
    default:
      return unreachable(event)
  }
}

/** A run's outcome as the page may see it. */
export function redactOutcome(redactor: Redactor, outcome: RunOutcome): RunOutcome {
  switch (outcome.status) {
    case 'succeeded':
      return { ...outcome, result: redactor.json(outcome.result) }
    case 'failed':
      return { ...outcome, failure: redactFailure(redactor, outcome.failure) }
    case 'cancelled':
      return outcome
    default:
      return unreachable(outcome)
  }
}
