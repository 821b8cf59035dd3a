import { problem, type Problem } from '#base'
import type { Catalog } from '../catalog.ts'
import type { AuthMethod, Connection } from '../connection.ts'
import type { ActionSpec, TriggerSpec } from '../connector.ts'
import type { CredentialInfo } from '../credential.ts'
import type { FlowId } from '../ids.ts'
import type { IntegrationDoc } from '../integration.ts'
import type { Slot } from '../slot.ts'
import type { Step } from '../step.ts'
import type { ValidationCode } from './severity-of.ts'

/** Everything the rules for one step look at. */
export interface StepContext {
  readonly doc: IntegrationDoc
  readonly flow: FlowId
  readonly step: Step
  readonly catalog: Catalog
  /** What its connector says about it. */
  readonly spec: ActionSpec | TriggerSpec | undefined
  readonly slot: Slot | undefined
  readonly connection: Connection | undefined
  readonly authMethod: AuthMethod | undefined
  /** The connection's credential for the test runner. */
  readonly credential: CredentialInfo | undefined
  /** The auth method's own credential: its client secret. */
  readonly methodCredential: CredentialInfo | undefined
}

/** Finds one sort of problem in a step. Reads of other steps nothing but where they are and what they are called. */
export type StepRule = (context: StepContext) => readonly Problem<ValidationCode>[]

/** A problem of a step: `params.step` is its name, `at` where it is. */
export function stepProblem(
  { step, flow }: StepContext,
  code: ValidationCode,
  { params = {}, at = {} }: { readonly params?: Problem['params']; readonly at?: Problem['at'] } = {},
): Problem<ValidationCode> {
  return problem(code, { step: step.name, ...params }, { flow, step: step.id, ...at })
}
