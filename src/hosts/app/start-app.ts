import { ok, type Problem, type Result } from '#base'
import { builtinConnectors, createBuiltinCatalog } from '#connectors'
import { DEMO_KEY } from '#demo'
import { createWorkersDriver } from '#drivers/workers'
import { openDatabase, requestPersistence } from '#storage'
import { askForVault, openWorkspace, type LiveWorkspace, type WorkbenchPorts } from '#workbench'
import { browserEnvironment, browserPreferences } from './browser-environment.ts'
import { createDocumentPort } from './document-port.ts'
import { createKeptPort } from './kept-port.ts'
import { readServerSession } from './read-server-session.ts'
import { createRunsPort } from './runs-port.ts'
import { createWorkspacePort } from './workspace-port.ts'

/** The application, wired. */
export interface RunningApp {
  readonly ports: WorkbenchPorts
  readonly workspace: LiveWorkspace
}

const DATABASE = 'patchbay'

/** Opens storage and vault and gives the screens what they need. Fails where the browser has no storage. */
export async function startApp(): Promise<Result<RunningApp, Problem>> {
  // When a newer version in another tab changes the tables, this one must not go on writing.
  const database = await openDatabase(DATABASE, { onOutdated: () => location.reload() })
  if (!database.ok) return database
  void requestPersistence()
  const driver = createWorkersDriver({ databaseName: DATABASE, session: readServerSession(), activity: window })
  const ports: WorkbenchPorts = askForVault({
    documents: createDocumentPort(database.value, driver.parse),
    runner: { start: driver.start, preview: driver.preview, send: driver.send, signWebhook: driver.signWebhook },
    runs: createRunsPort(database.value),
    kept: createKeptPort(database.value),
    workspace: createWorkspacePort(database.value, driver, createBuiltinCatalog()),
    consent: {
      redirectUri: `${location.origin}/oauth/callback`,
      begin: driver.beginConsent,
      outcome: driver.consentOutcome,
      cancel: driver.cancelConsent,
    },
    vault: driver.vault,
    preferences: browserPreferences,
    environment: browserEnvironment,
    demo: { baseUrl: `${location.origin}/demo`, key: DEMO_KEY },
  })
  return ok({ ports, workspace: openWorkspace(ports, builtinConnectors) })
}
