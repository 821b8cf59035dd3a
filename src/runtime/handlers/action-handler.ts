import { err, ok, type Json, type Result } from '#base'
import type { Behaviour } from '#connectors'
import {
  specOf,
  type ActionSpec,
  type ConnectionRef,
  type Failure,
  type LogLine,
  type StepOf,
  type StoredValue,
} from '#domain'
import { evaluateInputs } from '../evaluate/evaluate-inputs.ts'
import { failure } from '../failure.ts'
import { done, failed } from '../interpreter/completion.ts'
import { perform } from '../interpreter/fiber.ts'
import { guarded, type Handler, type StepExecution } from '../interpreter/run-context.ts'
import { storedValue } from '../stored-value.ts'
import { toJson } from '../to-json.ts'

type Action = StepOf<'action'>

/** Log lines one execution may write. */
const MAX_LINES = 200
const MAX_LINE = 10_000

/** What an attempt leaves in the journal: enough to tell the trace again when a run is replayed. */
interface Recorded {
  readonly input: StoredValue | null
  readonly logs: readonly LogLine[]
  readonly outcome: Result<Json, Failure>
}

/** The connection a step sends with. A slot without a connection is never read as "send without". */
function connectionOf(
  { step, context }: StepExecution<Action>,
  spec: ActionSpec,
): Result<ConnectionRef | null, Failure> {
  const slot = step.slot === null ? undefined : context.request.doc.slots[step.slot]
  if (slot?.connection) return ok({ connection: slot.connection })
  if (step.slot === null && spec.connection !== 'required') return ok(null)
  if (spec.connection === 'none') return ok(null)
  return err(failure('connection-missing', { slot: slot?.name ?? '' }))
}

/** What an action is and does, or why it cannot run. */
function known({ step, context }: StepExecution<Action>): Result<{ spec: ActionSpec; behaviour: Behaviour }, Failure> {
  const { catalog, behaviourOf } = context.installed
  const names = { connector: step.connector.key, action: step.action }
  if (!catalog.connector(step.connector.key)) return err(failure('connector-missing', names))
  const spec = specOf(catalog, step)
  const behaviour = spec && behaviourOf(step.connector.key, step.action, spec)
  return spec && behaviour ? ok({ spec, behaviour }) : err(failure('action-missing', names))
}

async function attempt(execution: StepExecution<Action>): Promise<Recorded> {
  const { step, frame, evaluation, context, trace, pendingInput, idempotencyKey } = execution
  const logs: LogLine[] = []
  const action = known(execution)
  if (!action.ok) return { input: null, logs, outcome: action }
  const { spec, behaviour } = action.value
  const inputs = await evaluateInputs(spec.inputs, step.inputs, frame.scope, evaluation)
  if (!inputs.ok) return { input: null, logs, outcome: inputs }
  const input = trace.told ? storedValue(inputs.value) : null
  pendingInput.value = input
  const connection = connectionOf(execution, spec)
  if (!connection.ok) return { input, logs, outcome: connection }
  const { send, signal } = context.ports
  const outcome = await behaviour({
    inputs: inputs.value,
    connection: connection.value,
    send: (request) => send(request, connection.value, { idempotencyKey, signal }),
    log: (level, text) => {
      if (logs.length < MAX_LINES) logs.push({ at: evaluation.now(), level, text: text.slice(0, MAX_LINE) })
    },
  })
  const result = outcome.ok ? ok(toJson(outcome.value) ?? null) : outcome
  // Only a failure of an execution that is not told needs its input after all.
  return { input: input ?? (result.ok ? null : storedValue(inputs.value)), logs, outcome: result }
}

/** Does one action of a connector; evaluation and sending are one effect. */
export const actionHandler: Handler<Action> = function* actionHandler(execution) {
  const { trace, pendingInput } = execution
  const run = guarded(async () => ok((await attempt(execution)) as unknown as Json))
  const settled = yield* perform(execution.effectKey(`run#${execution.attempt}`), run)
  pendingInput.value = null
  if (!settled.ok) return failed(settled.error)
  const { input, logs, outcome } = settled.value as unknown as Recorded
  if (input) trace.input(input)
  trace.logs(logs)
  return outcome.ok ? done(outcome.value) : failed(outcome.error)
}
