import { err, ok, type Result } from '#base'
import {
  Connection,
  credentialSourceOf,
  verifiesWebhooks,
  type CheckFact,
  type CheckRequest,
  type CheckStage,
  type ConnectionCheck,
  type ConnectionId,
  type Credential,
  type Failure,
} from '#domain'
import { authMethodById, findCredential } from '#storage'
import { sendFailure } from '../send/send-failure.ts'
import { redactFailure } from '../session/redact-event.ts'
import { checkRequest } from './check-request.ts'
import { fact, failed, fine, skipped } from './check-stage.ts'
import { accessOf, type ConnectionAccess } from './connection-access.ts'
import { freshAccess } from './oauth/fresh-access.ts'
import { inTime } from './oauth/in-time.ts'
import type { VaultContext } from './vault-context.ts'
import { signReceived } from './webhook-access.ts'

/** What goes wrong in having a token, as opposed to in what was entered: see `failures`. */
const OF_TOKEN = /^(consent-|token-|client-secret-|oauth-|needs-reconnect$|credential-token-origin$)/

/** Where credentials are tokens that somebody gives, and that end. */
const TOKEN_SOURCES: ReadonlySet<string> = new Set(['consent', 'device', 'fetched'])

/** Milliseconds a token may take to be fetched or renewed. */
const TOKEN_MS = 20_000

interface Opened {
  readonly access: ConnectionAccess
  readonly facts: readonly CheckFact[]
  /** The credential as it was before it was used, which may have renewed it. */
  readonly before: Credential | undefined
}

/** A failure and the stage it belongs to. */
interface Missed {
  readonly failure: Failure
  readonly stage: 'configuration' | 'token'
  readonly facts: readonly CheckFact[]
}

const credentialOf = ({ database }: VaultContext, { id }: Pick<Connection, 'id'>): Promise<Credential | undefined> =>
  findCredential(database, { kind: 'connection', connection: id }, { kind: 'test-runner' })

/** Opens what the connection has, and fetches or renews its token where it has to be. */
async function open(context: VaultContext, connection: Connection): Promise<Result<Opened, Missed>> {
  const method = await authMethodById(context.database, connection.authMethod)
  const before = await credentialOf(context, connection)
  const known = [
    fact('base-url', { url: connection.baseUrl }),
    ...(method ? [fact('method', { name: method.name })] : []),
  ]
  const access = await accessOf(context, { connection: connection.stableKey })
  if (!access.ok) {
    const stage = access.error.code === 'consent-missing' ? 'token' : 'configuration'
    return err({ failure: access.error, stage, facts: known })
  }
  const signal = new AbortController().signal
  const fresh = await inTime(freshAccess(context, access.value), access.value, TOKEN_MS, signal)
  if (!fresh.ok) return err({ failure: fresh.error, stage: 'token', facts: known })
  const { credential } = fresh.value
  const bound = credential ? fact('credential', { origin: credential.origins.join(', ') }) : fact('no-credential')
  return ok({ access: fresh.value, facts: [...known, bound], before })
}

/** What there is now: a token may also have been renewed while the request was under way. */
async function tokenStage(context: VaultContext, { access, before }: Opened): Promise<CheckStage> {
  if (!TOKEN_SOURCES.has(credentialSourceOf(access.method))) return skipped('token', fact('no-token'))
  const now = await credentialOf(context, access.connection)
  const expiresAt = now?.expiresAt ?? null
  const isRenewed = now !== undefined && now.revision !== before?.revision
  return fine('token', [
    ...(isRenewed ? [fact('token-renewed')] : []),
    expiresAt === null ? fact('token-endless') : fact('token-until', { at: expiresAt }),
  ])
}

/** The stages up to the request, whose failure leaves the later ones out. */
function missedStages({ failure, stage, facts }: Missed): readonly CheckStage[] {
  const notReached = fact('not-reached')
  if (stage === 'configuration') {
    return [failed('configuration', failure, facts), skipped('token', notReached), skipped('request', notReached)]
  }
  return [fine('configuration', facts), failed('token', failure), skipped('request', notReached)]
}

/** Nothing is asked with what only verifies; whether it can be used at all is found out by signing nothing. */
async function webhookStages(
  context: VaultContext,
  { stableKey }: Connection,
  facts: readonly CheckFact[],
): Promise<readonly CheckStage[]> {
  const signed = await signReceived(context, '', { connection: stableKey })
  if (!signed.ok) return missedStages({ failure: signed.error, stage: 'configuration', facts })
  const configuration = fine('configuration', facts)
  return [configuration, skipped('token', fact('no-token')), skipped('request', fact('verifies-webhooks'))]
}

async function stagesOf(
  context: VaultContext,
  connection: Connection,
  request: CheckRequest | null,
): Promise<{ readonly stages: readonly CheckStage[]; readonly status: number | null }> {
  const opened = await open(context, connection)
  if (!opened.ok) return { stages: missedStages(opened.error), status: null }
  const { access, facts } = opened.value
  if (verifiesWebhooks(access.method)) return { stages: await webhookStages(context, connection, facts), status: null }
  const configuration = fine('configuration', facts)
  if (!request) {
    const token = await tokenStage(context, opened.value)
    return { stages: [configuration, token, skipped('request', fact('nothing-to-ask'))], status: null }
  }
  const { stage, status } = await checkRequest(context, connection, request)
  // The API refused the token, and another one could not be had.
  const isOfToken = stage.failure !== null && OF_TOKEN.test(stage.failure.code)
  return isOfToken && stage.failure
    ? { stages: [configuration, failed('token', stage.failure), skipped('request', fact('not-reached'))], status }
    : { stages: [configuration, await tokenStage(context, opened.value), stage], status }
}

/**
 * Tests a connection with its test credentials, stage by stage: what is configured, the token, and a request - the one the
 * person chose, else `declared`, its connector's. Does not reject.
 */
export async function checkConnection(
  context: VaultContext,
  id: ConnectionId,
  declared: CheckRequest | null,
): Promise<ConnectionCheck> {
  const missed = (failure: Failure) => ({
    stages: missedStages({ failure, stage: 'configuration', facts: [] }),
    status: null,
  })
  context.refused.forget()
  const found = async () => {
    const connection = Connection.safeParse(await context.database.connections.get(id)).data
    return connection
      ? stagesOf(context, connection, connection.check ?? declared)
      : missed(sendFailure('connection-not-found', { connection: id }))
  }
  // The database is closed or broken. Whatever it is, whoever waits for the report must be told.
  const { stages, status } = await found().catch(() => missed(sendFailure('vault-unavailable', {}, true)))
  return redacted(context, stages, status)
}

/** The report without anything that was ever opened here: names come from settings, and addresses may hold anything. */
function redacted({ secrets }: VaultContext, stages: readonly CheckStage[], status: number | null): ConnectionCheck {
  const redactor = secrets.redactor()
  const shown = stages.map((stage) => ({
    ...stage,
    failure: stage.failure && redactFailure(redactor, stage.failure),
    facts: stage.facts.map(({ code, params }) => ({ code, params: redactor.json(params) })),
  }))
  const failure = shown.find((stage) => stage.failure)?.failure ?? null
  const isAsked = shown.at(-1)?.outcome === 'ok'
  return { outcome: failure ? 'failed' : isAsked ? 'ok' : 'not-checkable', status, failure, stages: shown }
}
