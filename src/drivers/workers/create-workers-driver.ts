import { err, problem, type Json, type Problem, type Result } from '#base'
import type {
  CheckRequest,
  ConnectionCheck,
  ConnectionId,
  ConnectionRef,
  Consent,
  ConsentRequest,
  CredentialInfo,
  CredentialOwner,
  CredentialPurpose,
  Failure,
  InputValue,
  IntegrationDoc,
  ReceivedWebhook,
  StepRequest,
  StepResponse,
  TraceEvent,
} from '#domain'
import type { ServerSession } from '#protocol'
import type { RunRequest } from '#runtime'
import type { CredentialDraft } from '#vault'
import { parseText } from './import/parse-text.ts'
import { createPreview } from './page/create-preview.ts'
import { createVaultLink } from './page/create-vault-link.ts'
import { followActivity } from './page/follow-activity.ts'
import { spawnWorkers, type SpawnWorkers } from './page/spawn-workers.ts'
import { startRun, type RunHandle } from './page/start-run.ts'
import { vaultControls, type VaultControls } from './page/vault-controls.ts'
import { linkWorker, type WorkerLink } from './page/worker-link.ts'
import type { RunnerService } from './runner/create-runner-service.ts'
import type { PreviewScope } from './runner/preview-value.ts'
import { sendFailure } from './send/send-failure.ts'
import type { ProbeFinding } from './vault/probe-address.ts'

export interface WorkersDriverOptions {
  /** The database that page and vault worker share. */
  readonly databaseName: string
  /** What the local server told the page at load; null where there is none. */
  readonly session: ServerSession | null
  readonly spawn?: SpawnWorkers
  /** Where it shows that a person is there: the page's window. Left out: only requests count. */
  readonly activity?: EventTarget
  /** Milliseconds since the epoch. */
  readonly clock?: () => number
}

/** Runs flows in the browser: the runner worker interprets, the vault worker signs, sends and redacts. */
export interface WorkersDriver {
  /** Starts a run. Outcome and events are redacted. */
  readonly start: (request: RunRequest, onEvents: (events: readonly TraceEvent[]) => void) => RunHandle
  /** A live value; `preview-too-slow` {milliseconds} after its time limit. */
  readonly preview: (value: InputValue, type: string | null, scope: PreviewScope) => Promise<Result<Json, Failure>>
  /** Seals secrets; the only call that takes any. Problem `vault-unavailable` when the worker is gone. */
  readonly saveCredential: (draft: CredentialDraft) => Promise<Result<CredentialInfo, Problem>>
  readonly deleteCredential: (owner: CredentialOwner, purpose: CredentialPurpose) => Promise<Result<void, Problem>>
  /** Tests a connection with its test credentials; `declared` is the request its connector declares. */
  readonly check: (connection: ConnectionId, declared: CheckRequest | null) => Promise<ConnectionCheck>
  /** Asks the local server, without credentials, why an address cannot be reached from the page. */
  readonly probe: (
    url: string,
    method: string,
    headerNames: readonly string[],
  ) => Promise<Result<ProbeFinding, Failure>>
  /** One request outside a run, for choices of an input; the response is redacted. */
  readonly send: (request: StepRequest, connection: ConnectionRef | null) => Promise<Result<StepResponse, Failure>>
  /** The header lines with which a webhook's sender would have signed a raw body now, for a test payload. */
  readonly signWebhook: (
    rawBody: string,
    connection: ConnectionRef,
  ) => Promise<Result<ReceivedWebhook['headers'], Failure>>
  /** Prepares asking a provider for a connection's consent. */
  readonly beginConsent: (connection: ConnectionId) => Promise<Result<ConsentRequest, Failure>>
  /** Resolves when the person has answered; the tokens stay in the vault worker. */
  readonly consentOutcome: (id: string) => Promise<Result<Consent, Failure>>
  readonly cancelConsent: (id: string) => Promise<void>
  /** Parses a document's text away from the page; problems as `loadDocument`, `import-too-slow`, `import-failed`. */
  readonly parse: (text: string) => Promise<Result<IntegrationDoc, Problem>>
  /** The vault's lock. */
  readonly vault: VaultControls
  /** Ends all workers; runs under way are cut off. */
  readonly dispose: () => void
}

/** The report of a test that could not even begin. */
const lostCheck = (failure: Failure): ConnectionCheck => ({
  outcome: 'failed',
  status: null,
  failure,
  stages: [{ key: 'configuration', outcome: 'failed', failure, facts: [] }],
})

/** Starts the vault worker, and runners as they are needed; one idle runner is kept warm. */
export function createWorkersDriver(options: WorkersDriverOptions): WorkersDriver {
  const { databaseName, session, spawn = spawnWorkers, clock = Date.now } = options
  const vault = createVaultLink(() => spawn.vault(), databaseName, session)
  const spawnRunner = (): WorkerLink<RunnerService> => linkWorker<RunnerService>(spawn.runner())
  const preview = createPreview(spawnRunner)
  const touch = () => vault.tell((service) => service.touch())
  const stopFollowing = options.activity && followActivity(options.activity, touch, clock)
  const busy = new Set<WorkerLink<RunnerService>>()
  let idle: WorkerLink<RunnerService> | undefined
  let isDisposed = false

  const takeRunner = () => {
    const runner = idle && !idle.isLost() ? idle : spawnRunner()
    idle = undefined
    busy.add(runner)
    return runner
  }
  const giveBackRunner = (runner: WorkerLink<RunnerService>) => {
    busy.delete(runner)
    if (runner.isLost()) return
    if (idle || isDisposed) runner.terminate()
    else idle = runner
  }

  const unavailable = () => err(problem('vault-unavailable'))
  const lost = () => sendFailure('vault-unavailable', {}, true)

  return {
    start: (request, onEvents) => startRun({ request, onEvents, vault: vault.link, takeRunner, giveBackRunner, clock }),
    preview: preview.evaluate,
    saveCredential: (draft) => vault.ask((service) => service.saveCredential(draft), unavailable),
    deleteCredential: (owner, purpose) => vault.ask((service) => service.deleteCredential(owner, purpose), unavailable),
    check: (connection, declared) =>
      vault.ask(
        (service) => service.check(connection, declared),
        () => lostCheck(lost()),
      ),
    probe: (url, method, headerNames) =>
      vault.ask(
        (service) => service.probe(url, method, headerNames),
        () => err(lost()),
      ),
    send: (request, connection) =>
      vault.ask(
        (service) => service.send(request, connection),
        () => err(lost()),
      ),
    signWebhook: (rawBody, connection) =>
      vault.ask(
        (service) => service.signWebhook(rawBody, connection),
        () => err(lost()),
      ),
    beginConsent: (connection) =>
      vault.ask(
        (service) => service.beginConsent(connection),
        () => err(lost()),
      ),
    consentOutcome: (id) =>
      vault.ask(
        (service) => service.consentOutcome(id),
        () => err(lost()),
      ),
    cancelConsent: (id) =>
      vault.ask(
        (service) => service.cancelConsent(id),
        () => undefined,
      ),
    parse: (text) => parseText(() => spawn.importer(), text),
    vault: vaultControls(vault),
    dispose: () => {
      isDisposed = true
      stopFollowing?.()
      for (const runner of busy) runner.terminate()
      idle?.terminate()
      preview.dispose()
      vault.dispose()
    },
  }
}
