export type { AuthField, AuthFieldCondition } from './auth-field.ts'
export { placeholdersIn } from './auth-fields/custom-fields.ts'
export { AuthRow, authRowsOf } from './auth-row.ts'
export {
  askedFields,
  AUTH_TYPES,
  AuthTypeKey,
  fieldsOf,
  type AuthFieldGroup,
  type AuthSettings,
  type AuthTypeFields,
} from './auth-type.ts'
export { createCatalog, inputSpecOf, specOf, type Catalog } from './catalog.ts'
export { checkStructure } from './check-structure.ts'
export { Condition, ConditionOperator, UNARY_OPERATORS } from './condition.ts'
export {
  AccessMode,
  AuthMethod,
  CheckRequest,
  Connection,
  ConnectionLimits,
  CredentialCheck,
  CredentialPurpose,
  NO_LIMITS,
} from './connection.ts'
export type { CheckFact, CheckStage, ConnectionCheck } from './connection-check.ts'
export {
  ActionSpec,
  ArmSpec,
  Connector,
  DataSourceSpec,
  InputOptions,
  InputSpec,
  Label,
  OfferedAuthMethod,
  RequestTemplate,
  TriggerSpec,
} from './connector.ts'
export type { Consent, ConsentRequest } from './consent.ts'
export { Credential, CredentialOwner, SealedPayload, type CredentialBounds, type CredentialInfo } from './credential.ts'
export { credentialReadiness, type CredentialReadiness, type StoredCredentials } from './credential-readiness.ts'
export {
  credentialSourceOf,
  missingCredentials,
  missingMethodSecrets,
  needsConsent,
  tokenFieldOf,
  type CredentialParts,
  type CredentialSource,
} from './credential-source.ts'
export { applyDiff, diffDocs, DocDiff, invertDiff, RecordChange, TABLES } from './diff.ts'
export type {
  ConnectionRef,
  ReceivedWebhook,
  RequestBody,
  ResponseBody,
  Send,
  StepRequest,
  StepResponse,
  Verify,
} from './exchange.ts'
export { Failure } from './failure.ts'
export { Flow } from './flow.ts'
export { EditHistory, EditLabel, HistoryEntry } from './history-entry.ts'
export {
  ArmId,
  AuthMethodId,
  ConnectionId,
  CredentialId,
  CustomerId,
  EnvironmentId,
  FlowId,
  IntegrationId,
  NoteId,
  PageId,
  ProjectId,
  RunId,
  SlotId,
  StableKey,
  StepId,
  TestPayloadId,
  VariableId,
} from './ids.ts'
export { DraftKind, Inputs, InputValue, literal, TemplatePart, ValuePath, type FieldRow } from './input-value.ts'
export { IntegrationDoc, SCHEMA_VERSION } from './integration.ts'
export { JsonValue } from './json-value.ts'
export { mapReferences } from './map-references.ts'
export { diffFits, mergeDiffs } from './merge-diffs.ts'
export { methodOrigins, tokenOriginOf } from './method-origins.ts'
export { Note } from './note.ts'
export { orderedSteps } from './ordered-steps.ts'
export { isInsecureForPage, isPageForbiddenHeader } from './page-limits.ts'
export { pemProblem, type PemKind } from './pem-problem.ts'
export { Place, Position } from './place.ts'
export { referencesIn, referencesOf, referencesTo, type Reference, type ReferenceTarget } from './references.ts'
export { relayNeeds, type RelayNeed } from './relay-needs.ts'
export { retryAfterMs } from './retry-after.ts'
export { Attempt, LogLine, Run, RunStatus, StepRun, StepRunKey, StoredValue, TraceEvent } from './run.ts'
export { isInScope, scopeForm, scopeOf, type InScope, type ScopeForm } from './scope.ts'
export { isSlotOnPage, usersOfSlot } from './slot-use.ts'
export { Slot, Visibility } from './slot.ts'
export { isFreeArm, MAX_NESTING, stepStructureProblem } from './step-structure.ts'
export { mapValues, valuesOf, type StepValue } from './step-values.ts'
export {
  ActionStep,
  Arm,
  ArmTest,
  BlockStep,
  BranchStep,
  BreakLoopStep,
  CallFlowStep,
  CodeStep,
  ConnectorRef,
  EmbedSettings,
  ErrorPolicy,
  FAIL_ON_ERROR,
  isConnectorStep,
  LoopStep,
  ParallelStep,
  RespondStep,
  Step,
  StopStep,
  TriggerStep,
  UnknownStep,
  type ConnectorStep,
  type StepKind,
  type StepOf,
} from './step.ts'
export {
  ancestorsOf,
  armOf,
  childrenOf,
  flowOf,
  isInside,
  parentOf,
  placeExists,
  placesIn,
  positionOf,
  samePlace,
  stepsOfFlow,
  subtreeOf,
  treeIndexOf,
  withChildren,
  withStep,
  type TreeIndex,
} from './tree.ts'
export { MAX_CONTENT_DEPTH, unfitContent } from './unfit-content.ts'
export { isBodyOfWebhook, receivedWebhook } from './received-webhook.ts'
export { unfitFor, verifiesWebhooks, type Unfit } from './unfit-for.ts'
export { severityOf, VALIDATION_CODES, type Severity, type ValidationCode } from './validate/severity-of.ts'
export { validate } from './validate/validate.ts'
export { isEmptyValue, isInputShown } from './validate/value-state.ts'
export { connectionsByKey, methodCredentials, testCredentials } from './validate/workspace-index.ts'
export { Variable } from './variable.ts'
export { EMPTY_WORKSPACE, type Workspace } from './workspace.ts'
export { WizardElement, WizardPage } from './wizard.ts'
