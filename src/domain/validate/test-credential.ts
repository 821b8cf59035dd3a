import { credentialReadiness, type CredentialReadiness } from '../credential-readiness.ts'
import type { ValidationCode } from './severity-of.ts'
import { stepProblem, type StepRule } from './step-context.ts'

const CODES: Readonly<Record<CredentialReadiness, ValidationCode | null>> = {
  ready: null,
  unsealed: null,
  incomplete: 'test-credential-missing',
  reconnect: 'test-credential-ended',
}

/** A connection that the test runner cannot sign with, or not any more. */
export const testCredential: StepRule = (context) => {
  const { connection, authMethod, credential, methodCredential } = context
  if (!connection) return []
  const params = { connection: connection.name }
  if (!authMethod) return [stepProblem(context, 'auth-method-missing', { params })]
  const code = CODES[credentialReadiness({ connection, method: authMethod, credential, methodCredential })]
  return code === null ? [] : [stepProblem(context, code, { params, at: { connection: connection.id } })]
}
