import { err, type Json, type Result } from '#base'
import { isBodyOfWebhook, receivedWebhook, specOf, type Failure, type StepOf } from '#domain'
import { failure, locate } from '../failure.ts'
import { done, type Completion } from '../interpreter/completion.ts'
import { perform } from '../interpreter/fiber.ts'
import { guarded, type Handler, type StepExecution } from '../interpreter/run-context.ts'

type Trigger = StepOf<'trigger'>

/** Whether the webhook that the run was started with comes from whom it says. */
async function verified({ step, context }: StepExecution<Trigger>): Promise<Result<Json, Failure>> {
  const slot = step.slot === null ? undefined : context.request.doc.slots[step.slot]
  if (!slot?.connection) return err(failure('connection-missing', { slot: slot?.name ?? '' }))
  const payload = context.request.trigger
  const webhook = receivedWebhook(payload)
  if (!webhook) return err(failure('webhook-raw-body-missing'))
  const outcome = await context.ports.verify(webhook, { connection: slot.connection })
  if (!outcome.ok) return outcome
  // Steps read `body`: it has to be what was signed.
  return isBodyOfWebhook(payload, webhook) ? outcome : err(failure('webhook-body-differs'))
}

/** No policy lets a run go on that nobody can vouch for. */
const refused = ({ step }: StepExecution<Trigger>, found: Failure): Completion => ({
  kind: 'stop',
  value: null,
  failure: locate(found, { step: step.id }),
})

/** Gives what the run was started with; a webhook with a connection only after it has been verified. */
export const triggerHandler: Handler<Trigger> = function* triggerHandler(execution) {
  const { step, context } = execution
  const spec = specOf(context.installed.catalog, step)
  // Where nobody knows what the trigger takes, its slot still says that somebody wanted to know who sends.
  const isVerified = step.slot !== null && (spec === undefined || spec.accepts === 'webhook')
  if (isVerified) {
    const run = guarded(() => verified(execution))
    const outcome = yield* perform(execution.effectKey('verify'), run)
    if (!outcome.ok) return refused(execution, outcome.error)
  }
  return done(context.request.trigger)
}
