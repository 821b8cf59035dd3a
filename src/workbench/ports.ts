import type { Json, Problem, Result } from '#base'
import type {
  AuthMethod,
  Connection,
  ConnectionCheck,
  ConnectionId,
  ConnectionRef,
  CredentialBounds,
  CredentialInfo,
  EditHistory,
  Failure,
  FlowId,
  InputValue,
  IntegrationDoc,
  IntegrationId,
  ReceivedWebhook,
  Run,
  StepId,
  StepRequest,
  StepResponse,
  TraceEvent,
  Workspace,
} from '#domain'
import type { RunOutcome, RunRequest } from '#runtime'
import type { ConsentPort } from './consent-port.ts'
import type { KeptPort } from './kept-port.ts'
import type { VaultPort } from './vault-port.ts'

/** Stops a subscription. */
export type Unsubscribe = () => void

/** A document with its undo history as it is stored. `revision` counts up with every save. */
export interface StoredDocument {
  readonly doc: IntegrationDoc
  readonly history: EditHistory
  readonly revision: number
}

/** A line of the home screen. */
export interface IntegrationSummary {
  readonly id: IntegrationId
  readonly name: string
  readonly description: string
  readonly updatedAt: number
  readonly flows: number
  readonly steps: number
}

/** What the tab that edited says about its work when another one takes over: whether all of it is stored. */
export type HandOver = 'saved' | 'unsaved'

/** The right to edit a document; only one tab has it. */
export interface Claim {
  /** How it stands now. */
  readonly mode: 'editing' | 'read-only'
  /** Makes this tab the one that edits; the other one becomes read-only. Gives what that one said; null: nothing. */
  readonly takeOver: () => Promise<HandOver | null>
  readonly release: () => void
}

export interface ClaimOptions {
  /** Called after the mode changed: another tab took over, or the one that edited is gone. */
  readonly onChange: (mode: Claim['mode']) => void
  /** Ends editing and saves what is pending, before another tab takes over. `onChange` says what came of it. */
  readonly onHandOver: () => Promise<HandOver>
}

export interface DocumentPort {
  readonly load: (id: IntegrationId) => Promise<Result<StoredDocument, Problem>>
  /** Resolves after the transaction completed, with the new revision. */
  readonly save: (document: StoredDocument) => Promise<Result<number, Problem>>
  /** Tells of every save by another tab. */
  readonly watch: (id: IntegrationId, onChange: (document: StoredDocument) => void) => Unsubscribe
  readonly claim: (id: IntegrationId, options: ClaimOptions) => Promise<Claim>
  readonly create: (doc: IntegrationDoc) => Promise<Result<void, Problem>>
  /** Moves it to the trash, from where `restore` brings it back. */
  readonly remove: (id: IntegrationId) => Promise<Result<void, Problem>>
  /** Gives the id it has: a new one where its own is taken by now. */
  readonly restore: (id: IntegrationId) => Promise<Result<IntegrationId, Problem>>
  readonly list: (onChange: (integrations: readonly IntegrationSummary[]) => void) => Unsubscribe
  /** All documents, for where-used questions. */
  readonly all: () => Promise<readonly IntegrationDoc[]>
  /** What is stored as JSON text, also where it cannot be loaded; `undefined` when nothing is. */
  readonly raw: (id: IntegrationId) => Promise<string | undefined>
  /** Parses a file's text away from the page. */
  readonly parse: (text: string) => Promise<Result<IntegrationDoc, Problem>>
}

/** What a live value is computed from: results of steps (loop frames included) and variables, by id. */
export interface PreviewScope {
  readonly results: Readonly<Record<string, Json>>
  readonly variables: Readonly<Record<string, Json>>
}

/** A run under way. */
export interface RunHandle {
  readonly done: Promise<RunOutcome>
  /** Takes effect within a second, whatever the flow is doing. */
  readonly cancel: () => void
}

export interface RunnerPort {
  /** Starts a run; events come in order, several at a time. */
  readonly start: (request: RunRequest, onEvents: (events: readonly TraceEvent[]) => void) => RunHandle
  /** The value of an input for a scope; `list` for inputs declared as list. */
  readonly preview: (value: InputValue, type: string | null, scope: PreviewScope) => Promise<Result<Json, Failure>>
  /** One request outside a run, with the connection's test credentials: for the choices of an input. */
  readonly send: (request: StepRequest, connection: ConnectionRef) => Promise<Result<StepResponse, Failure>>
  /** The header lines with which a webhook's sender would have signed a raw body now: for a test payload. */
  readonly signWebhook: (
    rawBody: string,
    connection: ConnectionRef,
  ) => Promise<Result<ReceivedWebhook['headers'], Failure>>
}

/** A saved, editable example of what starts a flow. */
export interface TestPayload {
  readonly id: string
  readonly flow: FlowId
  readonly name: string
  readonly value: Json
  /** What is typed and is no JSON yet; null when `value` is what is typed. */
  readonly draft: string | null
}

/** What stands beside a document for the test runner. Its writes fail with what storage refuses, `quota-exceeded` first. */
export interface RunsPort {
  readonly save: (run: Run) => Promise<Result<void, Problem>>
  /** The newest first. */
  readonly list: (integration: IntegrationId) => Promise<readonly Run[]>
  readonly payloads: (integration: IntegrationId, flow: FlowId) => Promise<readonly TestPayload[]>
  readonly savePayload: (integration: IntegrationId, payload: TestPayload) => Promise<Result<void, Problem>>
  readonly removePayload: (id: string) => Promise<Result<void, Problem>>
  readonly pins: (integration: IntegrationId) => Promise<Readonly<Record<StepId, Json>>>
  /** Pins one step's output; null takes the pin away. Those of other steps stay as they are stored. */
  readonly savePin: (integration: IntegrationId, step: StepId, output: Json | null) => Promise<Result<void, Problem>>
}

export interface WorkspacePort {
  /** Calls back with the workspace now and after every change, in this tab or another. */
  readonly watch: (onChange: (workspace: Workspace) => void) => Unsubscribe
  readonly saveConnection: (connection: Connection) => Promise<Result<void, Problem>>
  readonly deleteConnection: (id: ConnectionId) => Promise<Result<void, Problem>>
  readonly saveAuthMethod: (method: AuthMethod) => Promise<Result<void, Problem>>
  /** Deletes it with its own secrets. */
  readonly deleteAuthMethod: (id: AuthMethod['id']) => Promise<Result<void, Problem>>
  /**
   * Seals an auth method's own secrets in the vault worker. Others that are set stay, while they are bound to the same
   * origins.
   */
  readonly saveMethodSecrets: (
    method: AuthMethod['id'],
    origins: readonly string[],
    secrets: Readonly<Record<string, string>>,
  ) => Promise<Result<CredentialInfo, Problem>>
  readonly deleteMethodSecrets: (method: AuthMethod['id']) => Promise<Result<void, Problem>>
  /**
   * Seals the values in the vault worker; they are not kept anywhere else. Replaces what was there, but with `keepOthers`
   * only what `secrets` names, while the rest has the same bounds.
   */
  readonly saveTestCredentials: (
    connection: ConnectionId,
    bounds: CredentialBounds,
    secrets: Readonly<Record<string, string>>,
    keepOthers?: boolean,
  ) => Promise<Result<CredentialInfo, Problem>>
  readonly deleteTestCredentials: (connection: ConnectionId) => Promise<Result<void, Problem>>
  /** Tests a connection with its test credentials: with the request the person chose, else its connector's. */
  readonly check: (connection: ConnectionId) => Promise<ConnectionCheck>
  /** Asks the local server, without credentials, why an address cannot be reached from the page. */
  readonly probe: (
    url: string,
    method: string,
    headerNames: readonly string[],
  ) => Promise<Result<ProbeFinding, Problem>>
}

/** What the local server found out. */
export interface ProbeFinding {
  readonly finding: 'reachable' | 'cors' | 'failure'
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

/** Settings of the person, not of a document. */
export interface PreferencesPort {
  readonly read: (key: string) => string | null
  readonly write: (key: string, value: string) => void
}

/** Time and ids, so that sessions can be tested. */
export interface EnvironmentPort {
  readonly now: () => number
  readonly createId: <Prefix extends string>(prefix: Prefix) => `${Prefix}_${string}`
  readonly setTimer: (run: () => void, milliseconds: number) => Unsubscribe
}

/** The demo API as this host serves it. Its key is public: it protects nothing and shows how a key works. */
export interface DemoPort {
  readonly baseUrl: string
  readonly key: string
}

/** Everything a workbench needs of its host. */
export interface WorkbenchPorts {
  readonly documents: DocumentPort
  readonly runner: RunnerPort
  readonly runs: RunsPort
  readonly kept: KeptPort
  readonly workspace: WorkspacePort
  readonly consent: ConsentPort
  readonly vault: VaultPort
  readonly preferences: PreferencesPort
  readonly environment: EnvironmentPort
  readonly demo: DemoPort
}
