import { isConnectorStep } from '../step.ts'
import { unfitFor, type Unfit } from '../unfit-for.ts'
import type { ValidationCode } from './severity-of.ts'
import { stepProblem, type StepRule } from './step-context.ts'

const CODES: Readonly<Record<Unfit, ValidationCode>> = {
  'other-connector': 'connection-of-other-connector',
  'only-verifies': 'connection-only-verifies',
  'cannot-verify': 'connection-cannot-verify',
}

/** A step that needs a connection and has none, or whose slot leads nowhere it could go. */
export const connectionChoice: StepRule = (context) => {
  const { step, spec, slot, connection, authMethod } = context
  if (!isConnectorStep(step) || !spec) return []
  if (step.slot === null) return spec.connection === 'required' ? [stepProblem(context, 'connection-missing')] : []
  if (!slot) return [stepProblem(context, 'slot-dangling')]
  if (slot.connection === null) return [stepProblem(context, 'slot-empty', { params: { slot: slot.name } })]
  const params = { slot: slot.name, connection: slot.connection }
  if (!connection) return [stepProblem(context, 'connection-not-found', { params })]
  const unfit = unfitFor(spec, step.connector.key, connection, authMethod)
  return unfit ? [stepProblem(context, CODES[unfit], { params: { connection: connection.name } })] : []
}
