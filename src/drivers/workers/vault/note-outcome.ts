import type { Credential, CredentialCheck, Failure, StepResponse } from '#domain'
import type { Result } from '#base'
import { recordCredentialCheck } from '#storage'
import type { VaultContext } from './vault-context.ts'

/** How long the same outcome is not written again, in milliseconds: a loop must not write a record per request. */
const QUIET_MS = 30_000

type Found = Pick<CredentialCheck, 'outcome' | 'status'>

function outcomeOf(result: Result<StepResponse, Failure>): Found | null {
  if (!result.ok) return result.error.code === 'blocked-or-unreachable' ? { outcome: 'blocked', status: null } : null
  const { status } = result.value
  if (status === 401) return { outcome: 'unauthorized', status }
  if (status === 403) return { outcome: 'forbidden', status }
  return status >= 200 && status < 300 ? { outcome: 'ok', status } : null
}

/**
 * Whether an outcome says something new about the credential. That no new tokens are given for it stays what counts, also
 * while the last one still works.
 */
function isNews(last: CredentialCheck | null, next: CredentialCheck['outcome'], now: number): boolean {
  if (last?.outcome === 'invalid-grant') return false
  return last === null || last.outcome !== next || now - last.at >= QUIET_MS
}

/** Keeps what is known of a credential. A missing note does no harm: nothing fails for it. */
export async function noteCheck(
  { database, clock }: VaultContext,
  credential: Credential,
  found: Found,
): Promise<void> {
  const at = clock()
  if (database.readOnly || !isNews(credential.lastCheck, found.outcome, at)) return
  await recordCredentialCheck(database, credential.id, credential.revision, { at, ...found }).catch(() => undefined)
}

/** Keeps what a request said about its credential: outcome and status, nothing of the answer. */
export async function noteOutcome(
  context: VaultContext,
  credential: Credential,
  result: Result<StepResponse, Failure>,
): Promise<void> {
  const found = outcomeOf(result)
  if (found) await noteCheck(context, credential, found)
}
