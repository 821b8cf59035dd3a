import type { AuthRequest } from '#auth'
import type { Result } from '#base'
import type { AccessMode, Failure, StepResponse } from '#domain'
import { chooseTransport } from '../../send/choose-transport.ts'
import type { VaultContext } from '../vault-context.ts'

const TIMEOUT_MS = 30_000

/**
 * Calls an endpoint that gives tokens, exactly once. Codes and rotated refresh tokens are good for one use, and a page
 * that is not let see an answer (CORS) cannot know whether its POST was served: asking again another way could spend
 * them twice. So an automatic call goes through the local server where there is one, which sees every answer. Only when
 * that says that it never dialled, because the address is private and not allowed, is the browser asked instead.
 */
export async function callEndpoint(
  { transports }: Pick<VaultContext, 'transports'>,
  mode: AccessMode,
  request: AuthRequest,
): Promise<Result<StepResponse, Failure>> {
  const outgoing = { request, hasSecret: true, timeoutMs: TIMEOUT_MS, signal: new AbortController().signal }
  const call = async (way: AccessMode): Promise<Result<StepResponse, Failure>> => {
    const transport = chooseTransport(transports, request, way)
    return transport.ok ? transport.value(outgoing) : transport
  }
  if (mode !== 'automatic' || !transports.hasLocalServer) return call(mode)
  const relayed = await call('relay')
  if (relayed.ok || relayed.error.code !== 'egress-blocked') return relayed
  const direct = await call('direct')
  // Where a page cannot go either, what the local server said is the more helpful.
  return !direct.ok && direct.error.code === 'direct-impossible' ? relayed : direct
}
