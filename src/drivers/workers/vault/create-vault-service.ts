import { err, mapResult, ok, problem, type Problem, type Result } from '#base'
import type {
  CheckRequest,
  ConnectionCheck,
  ConnectionId,
  ConnectionRef,
  CredentialInfo,
  CredentialOwner,
  CredentialPurpose,
  Failure,
  ReceivedWebhook,
  RunId,
  StepRequest,
  StepResponse,
} from '#domain'
import { findCredential, storageProblem } from '#storage'
import { mayGoTo, type CredentialDraft } from '#vault'
import { redactFailure } from '../session/redact-event.ts'
import { checkConnection } from './check-connection.ts'
import type { VaultLockService } from './lock/create-vault-lock.ts'
import { createConsents, type ConsentService } from './oauth/create-consents.ts'
import { openSession, type EndSession } from './open-session.ts'
import { probeAddress, type ProbeFinding } from './probe-address.ts'
import { sendStepRequest } from './send-step-request.ts'
import { createVaultContext, type VaultContext, type VaultSurroundings } from './vault-context.ts'
import { signReceived } from './webhook-access.ts'
import { whileRedacting } from './while-redacting.ts'

/** What the vault worker does for the page. Secrets go in; what comes out has none. */
export interface VaultService extends ConsentService, VaultLockService {
  /**
   * Seals the fields in the place of what was there. Problems: `origins-invalid`, `database-too-new`,
   * `quota-exceeded`, `vault-locked`, `vault-damaged`, `vault-busy`.
   */
  readonly saveCredential: (draft: CredentialDraft) => Promise<Result<CredentialInfo, Problem>>
  readonly deleteCredential: (owner: CredentialOwner, purpose: CredentialPurpose) => Promise<Result<void, Problem>>
  /** Serves a run: `runner` is the runner's port, `page` where its redacted trace goes. */
  readonly openSession: (run: RunId, runner: MessagePort, page: MessagePort) => Promise<void>
  readonly endSession: (run: RunId) => void
  /** One request outside a run, for choices of an input; the response comes redacted. */
  readonly send: (request: StepRequest, connection: ConnectionRef | null) => Promise<Result<StepResponse, Failure>>
  /** The header lines with which a webhook's sender would have signed a raw body now, for a test payload. */
  readonly signWebhook: (
    rawBody: string,
    connection: ConnectionRef,
  ) => Promise<Result<ReceivedWebhook['headers'], Failure>>
  /** Tests a connection; `declared` is the request its connector declares. */
  readonly check: (connection: ConnectionId, declared: CheckRequest | null) => Promise<ConnectionCheck>
  readonly probe: (
    url: string,
    method: string,
    headerNames: readonly string[],
  ) => Promise<Result<ProbeFinding, Failure>>
}

function redactedResponse({ secrets }: VaultContext, result: Result<StepResponse, Failure>) {
  const redactor = secrets.redactor()
  if (!result.ok) return err(redactFailure(redactor, result.error))
  const { statusText, url, headers, body } = result.value
  const shown = redactor.json({ statusText, url, headers, body: { ...body } }, { cut: 'cut' in body && body.cut })
  return ok({ ...result.value, ...shown })
}

/** Turns what the database refuses into a problem, such as `quota-exceeded`. */
async function stored<T>(write: () => Promise<Result<T, Problem>>): Promise<Result<T, Problem>> {
  try {
    return await write()
  } catch (error) {
    return err(storageProblem(error))
  }
}

/** Opens the vault and serves it. */
export async function createVaultService(surroundings: VaultSurroundings): Promise<VaultService> {
  const context = await createVaultContext(surroundings)
  const { database, vault } = context
  const sessions = new Map<RunId, EndSession>()
  const consents = createConsents(context)
  /** What a person asks for. */
  const redacting = <T>(ask: () => Promise<T>): Promise<T> => {
    context.lock.touch()
    return whileRedacting(context, ask)
  }
  return {
    saveCredential: async (draft) => {
      if (database.readOnly) return err(problem('database-too-new'))
      const isBound = draft.origins.length > 0 && draft.origins.every((origin) => mayGoTo([origin], origin))
      if (!isBound) return err(problem('origins-invalid'))
      return stored(async () => mapResult(await vault.save(draft), ({ sealed: _, ...info }): CredentialInfo => info))
    },
    deleteCredential: async (owner, purpose) => {
      if (database.readOnly) return err(problem('database-too-new'))
      return stored(async () => {
        const credential = await findCredential(database, owner, purpose)
        return credential ? vault.remove(credential.id) : ok(undefined)
      })
    },
    openSession: async (run, runner, page) => {
      sessions.set(run, await openSession(context, runner, page))
    },
    endSession: (run) => {
      sessions.get(run)?.()
      sessions.delete(run)
    },
    send: (request, connection) =>
      redacting(async () => {
        // Whoever looks at an open list is not made to wait because the API asks for it: the list says so.
        const watch = { isPatient: false }
        const never = new AbortController().signal
        return redactedResponse(context, await sendStepRequest(context, request, connection, never, watch))
      }),
    signWebhook: (rawBody, connection) =>
      redacting(async () => {
        const signed = await signReceived(context, rawBody, connection)
        return signed.ok ? signed : err(redactFailure(context.secrets.redactor(), signed.error))
      }),
    check: (connection, declared) => redacting(() => checkConnection(context, connection, declared)),
    beginConsent: (connection) => redacting(() => consents.beginConsent(connection)),
    // Not held while it waits: a person may leave the provider's window open, and the vault locks meanwhile.
    consentOutcome: consents.consentOutcome,
    cancelConsent: consents.cancelConsent,
    ...context.lock,
    probe: (url, method, headerNames) => probeAddress(context, url, method, headerNames),
  }
}
