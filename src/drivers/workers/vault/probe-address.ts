import { err, ok, type Json, type Result } from '#base'
import type { Failure } from '#domain'
import { ProbeResponse } from '#protocol'
import { createDeadline } from '../send/deadline.ts'
import { sendFailure } from '../send/send-failure.ts'
import type { VaultContext } from './vault-context.ts'

/** What the local server found out about an address: without credentials, and without the URL's query. */
export interface ProbeFinding {
  readonly finding: 'reachable' | 'cors' | 'failure'
  /** `reachable`; the reason of a CORS refusal; the relay's failure code. */
  readonly code: string
  readonly params: Readonly<Record<string, string | number>>
}

const TIMEOUT_MS = 20_000

/** Asks the local server why an address cannot be reached from the page. Failures: `relay-unavailable`, `url-invalid`. */
export async function probeAddress(
  { relay, origin }: VaultContext,
  url: string,
  method: string,
  headerNames: readonly string[],
): Promise<Result<ProbeFinding, Failure>> {
  if (!URL.canParse(url, origin)) return err(sendFailure('url-invalid', { url: '' }))
  const target = new URL(url, origin)
  const { host, hostname, port, protocol } = target
  // A query may hold a key, and decides nothing here.
  target.search = ''
  target.hash = ''
  const deadline = createDeadline(TIMEOUT_MS, new AbortController().signal)
  const body: Json = { url: target.href, method, headerNames: [...headerNames], origin }
  try {
    const called = await relay.call('/relay/probe', body, ProbeResponse, deadline.signal)
    if (!called.ok) return called
    const where = { host, hostname, port: port === '' ? (protocol === 'https:' ? '443' : '80') : port }
    const answer = called.value
    if (answer.outcome === 'reachable') {
      return ok({ finding: 'reachable', code: 'reachable', params: { ...where, status: answer.status } })
    }
    if (answer.outcome === 'cors') {
      return ok({ finding: 'cors', code: answer.reason, params: { ...where, origin, status: answer.status } })
    }
    return ok({ finding: 'failure', code: answer.code, params: { ...where, ...answer.params } })
  } catch {
    return err(sendFailure('timeout', { host, seconds: TIMEOUT_MS / 1000 }, true))
  } finally {
    deadline.end()
  }
}
