export { saveDocument } from '#format'
export { askForVault, VAULT_OFFER } from './ask-for-vault.ts'
export type { ConsentPort } from './consent-port.ts'
export type {
  Claim,
  ClaimOptions,
  DemoPort,
  DocumentPort,
  EnvironmentPort,
  HandOver,
  IntegrationSummary,
  PreferencesPort,
  PreviewScope,
  ProbeFinding,
  RunHandle,
  RunnerPort,
  RunsPort,
  StoredDocument,
  TestPayload,
  Unsubscribe,
  WorkbenchPorts,
  WorkspacePort,
} from './ports.ts'
export { hasUnsavedWork } from './has-unsaved-work.ts'
export type { DamagedRecord, DeletedIntegration, KeptCounts, KeptPort } from './kept-port.ts'
export { loadChoices, type ChoicesQuery, type LoadedChoice } from './load-choices.ts'
export { openWorkbench, type Workbench } from './open-workbench.ts'
export { problemsOf, useProblems, useStepProblems, type DocumentProblems } from './problems.ts'
export { reduceTrace, runOf, viewOf, type RunView, type StepSummary } from './run-view.ts'
export type {
  DispatchOptions,
  DocumentSlice,
  InspectorTab,
  RunPanelTab,
  RunSlice,
  SaveState,
  SessionSlice,
  WorkbenchState,
} from './workbench-state.ts'
export type { AuthMethodSubmission, ConnectionSubmission, ConnectionTest, WorkspaceState } from './workspace-state.ts'
export {
  usePorts,
  useWorkbench,
  useWorkbenchStore,
  useWorkspace,
  useWorkspaceStore,
  WorkbenchProvider,
  WorkspaceProvider,
} from './workbench-context.tsx'
export { vaultGateOf, type VaultGate, type VaultGateState } from './vault-gate.ts'
export type { VaultPort, VaultStatus } from './vault-port.ts'
export { stepResultOf, type ResultSources, type StepResult } from './step-results.ts'
export { openWorkspace, type LiveWorkspace } from './open-workspace.ts'
