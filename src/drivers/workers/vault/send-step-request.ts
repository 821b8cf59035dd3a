import { authTypeOf, type AuthRequest } from '#auth'
import { createId, err, mapResult, ok, type Result } from '#base'
import {
  NO_LIMITS,
  type AccessMode,
  type ConnectionRef,
  type Failure,
  type StepRequest,
  type StepResponse,
} from '#domain'
import { connectionByKey } from '#storage'
import { mayGoTo } from '#vault'
import { chooseTransport } from '../send/choose-transport.ts'
import type { LimitedRequest } from '../send/limit-requests.ts'
import { resolveUrl } from '../send/resolve-url.ts'
import { failureOfProblem, sendFailure } from '../send/send-failure.ts'
import { unsignedRequest } from '../send/unsigned-request.ts'
import { accessOf, type ConnectionAccess } from './connection-access.ts'
import { noteOutcome } from './note-outcome.ts'
import { freshAccess } from './oauth/fresh-access.ts'
import { inTime } from './oauth/in-time.ts'
import type { VaultContext } from './vault-context.ts'

/** A request that may leave. */
interface Ready {
  readonly request: AuthRequest
  readonly mode: AccessMode
  readonly access: ConnectionAccess | null
}

/** What whoever sends may want to know on the way. */
export interface SendWatch extends Partial<Pick<LimitedRequest, 'onWait' | 'onGo' | 'isPatient'>> {
  /** Called with the request before and after it was signed; must not keep either. */
  readonly onSigned?: (unsigned: AuthRequest, signed: AuthRequest) => void
}

/** Signs a request with what a connection has now, unless it would leave where that may go. */
async function sign(
  context: VaultContext,
  request: StepRequest,
  known: ConnectionAccess | null,
  { onSigned }: SendWatch,
): Promise<Result<Ready, Failure>> {
  const url = resolveUrl(request.url, request.query, known?.connection.baseUrl ?? null, context.origin)
  if (!url.ok) return url
  const unsigned = unsignedRequest(request, url.value)
  if (!unsigned.ok) return unsigned
  if (!known) return ok({ request: unsigned.value, mode: 'automatic', access: null })
  if (!mayGoTo(known.origins, url.value.href)) {
    return err(sendFailure('origin-not-bound', { origin: url.value.origin, connection: known.connection.name }))
  }
  const { connection, method, credential, values } = known
  const key = JSON.stringify([credential?.id, credential?.revision, method.type, method.settings, values])
  const made = context.secrets.madeBy(connection.id, key)
  const signing = { clock: context.clock, nonce: () => createId('nonce'), ...(made && { made }) }
  const signed = await authTypeOf(method.type).sign(unsigned.value, method.settings, values, signing)
  if (!signed.ok) return err(failureOfProblem(signed.error))
  if (signed.value.made) context.secrets.addMade(connection.id, key, signed.value.made)
  // A signer may rewrite the URL; it must not leave the bound origins by it.
  if (!mayGoTo(known.origins, signed.value.url))
    return err(sendFailure('origin-not-bound', { origin: '', connection: known.connection.name }))
  onSigned?.(unsigned.value, signed.value)
  return ok({ request: signed.value, mode: known.connection.accessMode, access: known })
}

async function sendReady(
  context: VaultContext,
  { request, access, mode }: Ready,
  { timeoutMs, asText = false }: StepRequest,
  signal: AbortSignal,
): Promise<Result<StepResponse, Failure>> {
  const transport = chooseTransport(context.transports, request, mode)
  if (!transport.ok) return transport
  const result = await transport.value({ request, hasSecret: access?.hasSecret ?? false, timeoutMs, asText, signal })
  return mapResult(result, (response): StepResponse => ({ ...response, receivedAt: context.clock() }))
}

const isRefused = (result: Result<StepResponse, Failure>): boolean => result.ok && result.value.status === 401

/** With a connection: by a token that can be used and, when the API refuses it, once more by a renewed one. */
async function sendWith(
  context: VaultContext,
  request: StepRequest,
  ref: ConnectionRef,
  signal: AbortSignal,
  watch: SendWatch,
): Promise<Result<StepResponse, Failure>> {
  const { timeoutMs } = request
  const access = await accessOf(context, ref)
  if (!access.ok) return access
  const fresh = await inTime(freshAccess(context, access.value), access.value, timeoutMs, signal)
  if (!fresh.ok) return fresh
  let ready = await sign(context, request, fresh.value, watch)
  if (!ready.ok) return ready
  let result = await sendReady(context, ready.value, request, signal)
  if (isRefused(result)) {
    const token = fresh.value.values['accessToken']
    const renewing = freshAccess(context, fresh.value, { kind: 'refused', token })
    const renewed = await inTime(renewing, fresh.value, timeoutMs, signal)
    if (!renewed.ok) return renewed
    if (renewed.value.values['accessToken'] !== token) {
      ready = await sign(context, request, renewed.value, watch)
      if (!ready.ok) return ready
      result = await sendReady(context, ready.value, request, signal)
    }
  }
  const credential = ready.value.access?.credential
  if (credential) void noteOutcome(context, credential, result)
  return result
}

async function sendOnce(
  context: VaultContext,
  request: StepRequest,
  ref: ConnectionRef | null,
  signal: AbortSignal,
  watch: SendWatch,
): Promise<Result<StepResponse, Failure>> {
  if (ref) return sendWith(context, request, ref, signal, watch)
  const ready = await sign(context, request, null, watch)
  return ready.ok ? sendReady(context, ready.value, request, signal) : ready
}

/**
 * Sends a step's request with a connection's test credentials, or as it is without a connection; with one, when the
 * connection's limits and the API allow it. A URL outside the bound origins is refused (`origin-not-bound` {origin,
 * connection}), never sent unauthenticated. Does not reject.
 */
export async function sendStepRequest(
  context: VaultContext,
  request: StepRequest,
  ref: ConnectionRef | null,
  signal: AbortSignal,
  watch: SendWatch = {},
): Promise<Result<StepResponse, Failure>> {
  try {
    if (!ref) return await sendOnce(context, request, null, signal, watch)
    const key = ref.connection
    const limits = (await connectionByKey(context.database, key))?.limits ?? NO_LIMITS
    const { onWait = () => undefined, onGo = () => undefined, isPatient = true } = watch
    // Signed only when it is its turn, and again each time it is sent: a signature has a time in it, and a token ends.
    return await context.limiter.send({ key, limits, request, signal, onWait, onGo, isPatient }, (timed) =>
      sendOnce(context, timed, ref, signal, watch),
    )
  } catch {
    // The database is closed or broken. Whatever it is, the step that waits must be told.
    return err(sendFailure('vault-unavailable', {}, true))
  }
}
