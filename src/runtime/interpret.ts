import type { Json } from '#base'
import { failure } from './failure.ts'
import { createCancellation } from './interpreter/cancellation.ts'
import type { Completion } from './interpreter/completion.ts'
import { drive, type Driven } from './interpreter/drive.ts'
import type { Frame, Installed, RunContext } from './interpreter/run-context.ts'
import { createRunScope } from './interpreter/run-scope.ts'
import { runSequence } from './interpreter/run-step.ts'
import type { RunOutcome, RunRequest, RuntimePorts } from './ports.ts'
import { storedValue } from './stored-value.ts'
import { toJson } from './to-json.ts'
import { createTraceWriter } from './trace-writer.ts'

/** The config variables' values: given ones before defaults. */
function variablesOf({ doc, variables }: RunRequest): ReadonlyMap<string, Json> {
  const defaults = Object.values(doc.variables).map((variable) => [variable.id, variable.default] as const)
  return new Map<string, Json>([...defaults, ...Object.entries(variables)])
}

function outcomeOf({ response }: RunContext, driven: Driven<Completion>): RunOutcome {
  if (driven.cancelled) return { status: 'cancelled' }
  const completion = driven.value
  switch (completion.kind) {
    case 'done':
      return { status: 'succeeded', result: response.value ?? completion.value }
    case 'stop':
      return completion.failure
        ? { status: 'failed', failure: completion.failure }
        : { status: 'succeeded', result: response.value ?? completion.value }
    case 'failed':
      return { status: 'failed', failure: completion.failure }
    case 'break':
      return { status: 'failed', failure: failure('break-outside-loop') }
    case 'over':
      throw new Error('a flow was ended by something beside it')
  }
}

/**
 * Runs a flow: `SPEC.md` says what each step does. All waiting goes through `ports.engine`; what happens is told to
 * `ports.trace`, from `run-started` to `run-ended`. Never rejects for what a document, an input or a response does.
 */
export async function interpret(request: RunRequest, ports: RuntimePorts, installed: Installed): Promise<RunOutcome> {
  const { engine } = ports
  const trigger = toJson(request.trigger) ?? null
  const context: RunContext = {
    request: { ...request, trigger },
    ports,
    installed,
    trace: createTraceWriter(ports.trace),
    cancellation: createCancellation(),
    response: { value: undefined },
  }
  ports.trace({ type: 'run-started', run: request.run, at: engine.now(), trigger: storedValue(trigger) })
  const flow = request.doc.flows[request.flow]
  const frame: Frame = {
    engine,
    scope: createRunScope(variablesOf(request)),
    iterations: [],
    tries: '',
    isOver: () => false,
  }
  const outcome: RunOutcome = flow
    ? outcomeOf(
        context,
        await drive(engine, runSequence(context, frame, [flow.trigger, ...flow.body]), context.cancellation),
      )
    : { status: 'failed', failure: failure('flow-missing', { flow: request.flow }) }
  ports.trace({
    type: 'run-ended',
    run: request.run,
    at: engine.now(),
    status: outcome.status,
    result: outcome.status === 'succeeded' ? storedValue(outcome.result) : null,
    failure: outcome.status === 'failed' ? outcome.failure : null,
    dropped: context.trace.dropped(),
  })
  return outcome
}
