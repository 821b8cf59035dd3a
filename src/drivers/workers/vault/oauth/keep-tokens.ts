import { err, ok, type Result } from '#base'
import type { Connection, Credential, Failure } from '#domain'
import { storageProblem } from '#storage'
import { boundOriginOf, type Secrets } from '#vault'
import { failureOfProblem } from '../../send/send-failure.ts'
import type { VaultContext } from '../vault-context.ts'

/** What is sealed of what a provider gave. */
export interface KeptTokens {
  readonly fields: Secrets
  /** Who gave it, and may be asked for more with it. */
  readonly tokenOrigin: string | null
  /** Milliseconds since the epoch; null: not known. */
  readonly expiresAt: number | null
  /** Keep what else is sealed for the connection: a password, a refresh token that stays good. */
  readonly keepOthers: boolean
}

/** Seals tokens as the connection's test credentials, for the origin of its base URL. Problems of `vault.save` as failures. */
export async function keepTokens(
  { database, vault, origin }: VaultContext,
  connection: Connection,
  tokens: KeptTokens,
): Promise<Result<Credential, Failure>> {
  const base = boundOriginOf(connection.baseUrl, origin)
  if (!base.ok) return err(failureOfProblem(base.error))
  if (database.readOnly) return err(failureOfProblem({ code: 'database-too-new', params: {}, at: {} }))
  try {
    const saved = await vault.save({
      owner: { kind: 'connection', connection: connection.id },
      purpose: { kind: 'test-runner' },
      origins: [base.value],
      ...tokens,
    })
    return saved.ok ? ok(saved.value) : err(failureOfProblem(saved.error))
  } catch (error) {
    return err(failureOfProblem(storageProblem(error)))
  }
}
