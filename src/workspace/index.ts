export { baseUrlProblem } from './connections/base-url-problem.ts'
export { cleanSecret, type CleanSecret } from './connections/clean-secret.ts'
export { compatibleConnections } from './connections/compatible-connections.ts'
export { connectionStatus, statusChangesAt, type ConnectionStatus } from './connections/connection-status.ts'
export { enteredSecrets, secretsSetWith, type EnteredSecrets } from './connections/entered-secrets.ts'
export { fieldProblems, type FieldValues } from './connections/field-problems.ts'
export { CHECK_METHODS } from './connections/plan-check.ts'
export {
  planDeleteAuthMethod,
  planDeleteConnection,
  planReplaceConnection,
  type DeleteConnectionPlan,
} from './connections/plan-delete-connection.ts'
export type { LimitTexts } from './connections/plan-limits.ts'
export {
  authMethodProblems,
  keptMethodSecrets,
  planAuthMethod,
  planUpdateAuthMethod,
  type AuthMethodInput,
  type AuthMethodPlan,
  type AuthMethodUpdate,
} from './connections/plan-auth-method.ts'
export {
  planCreateConnection,
  planUpdateConnection,
  type ConnectionContext,
  type ConnectionInput,
  type ConnectionPlan,
} from './connections/plan-save-connection.ts'
export { scopeNames } from './connections/scope-names.ts'
export { stableKeyFor } from './connections/stable-key-for.ts'
export { usesOfConnection, type ConnectionUse } from './connections/uses-of-connection.ts'
export { planImport, type ImportContext, type ImportPlan } from './plan-import.ts'
export { planUseTemplate, type TemplatePlan, type UseTemplate } from './templates/plan-use-template.ts'
export type { Template } from './templates/template.ts'
export { TEMPLATES } from './templates/templates.ts'
