import type { AuthRequest } from '#auth'
import type { Failure } from '#domain'
import { sendFailure } from '../send/send-failure.ts'
import { probeAddress } from './probe-address.ts'
import type { VaultContext } from './vault-context.ts'

const isRedirect = (status: unknown): status is number => typeof status === 'number' && status >= 300 && status < 400

/**
 * Why the browser got no answer, as far as the local server can tell by asking the same address without credentials:
 * `redirected` {host, status}, `cors-refused` {host, origin}, or what the server itself met (`refused`, `dns`, `tls` …).
 * Whatever it cannot tell stays `blocked-or-unreachable`.
 */
export async function explainBlocked(context: VaultContext, failure: Failure, sent: AuthRequest): Promise<Failure> {
  if (failure.code !== 'blocked-or-unreachable') return failure
  const url = String(failure.params['url'])
  const names = sent.headers.map(([name]) => name.toLowerCase())
  const probed = await probeAddress(context, url, sent.method, names)
  if (!probed.ok) return failure
  const { finding, code, params } = probed.value
  const { host = '', status, origin = '' } = params
  if (finding !== 'failure' && isRedirect(status)) return sendFailure('redirected', { host, status })
  if (finding === 'cors') return sendFailure('cors-refused', { host, origin })
  // The server is not allowed to look there, or the page reaches less than the server does: nothing is known.
  return finding === 'failure' && code !== 'egress-blocked' ? sendFailure(code, params, true) : failure
}
