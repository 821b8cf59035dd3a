import { missingCredentials } from '../credential-source.ts'
import { stepProblem, type StepRule } from './step-context.ts'

/** A connection that the test runner cannot sign with yet. */
export const testCredential: StepRule = (context) => {
  const { connection, authMethod, credential, methodCredential } = context
  if (!connection) return []
  const params = { connection: connection.name }
  if (!authMethod) return [stepProblem(context, 'auth-method-missing', { params })]
  const missing = missingCredentials({ connection, method: authMethod, credential, methodCredential })
  return missing.length === 0
    ? []
    : [stepProblem(context, 'test-credential-missing', { params, at: { connection: connection.id } })]
}
