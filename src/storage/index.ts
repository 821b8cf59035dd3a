export { storageProblem } from './attempt.ts'
export { authMethodById, deleteAuthMethod, saveAuthMethod } from './auth-methods.ts'
export { claimDocument, type DocumentClaim } from './claim-document.ts'
export { connectionByKey, deleteConnection, saveConnection } from './connections.ts'
export {
  addVaultKey,
  commitCredential,
  credentialById,
  findCredential,
  readCredentials,
  readManifest,
  readVaultKey,
  recordCredentialCheck,
  replaceVaultKey,
  resetVault,
  type CredentialCommit,
  type StoredKeyRow,
  type StoredManifestRow,
} from './credentials.ts'
export type { Database } from './database.ts'
export {
  allDocuments,
  createIntegration,
  liveDocument,
  liveIntegrations,
  loadIntegration,
  rawDocument,
  saveIntegration,
} from './integrations.ts'
export type { Unsubscribe } from './live.ts'
export { platformLocks } from './locks.ts'
export { parseDocument, type StoredDocument } from './load-stored-document.ts'
export { openDatabase, requestPersistence, type OpenOptions } from './open-database.ts'
export { readPins, savePin, type Pins } from './pins.ts'
export { collectDamaged, deleteQuarantined, liveQuarantine } from './quarantine.ts'
export type { IntegrationRow, QuarantineRow, TestPayload } from './rows.ts'
export { listRuns, saveRun, type RunCap } from './runs.ts'
export { readSetting, saveSetting } from './settings.ts'
export { deleteTestPayload, listTestPayloads, saveTestPayload } from './test-payloads.ts'
export {
  liveKeptCounts,
  liveTrash,
  restoreIntegration,
  trashIntegration,
  type KeptCounts,
  type TrashItem,
} from './trash.ts'
export { liveWorkspace, type StoredWorkspace } from './workspace.ts'
