import { err, ok, type Result } from '#base'
import { askedFields, type AuthField, type AuthMethod, type Failure } from '#domain'
import type { Secrets } from '#vault'
import { sendFailure } from '../../send/send-failure.ts'
import { openCredential } from '../open-credential.ts'
import type { VaultContext } from '../vault-context.ts'

/** An auth method's own secrets, and where they may be sent. */
export interface MethodSecrets {
  readonly secrets: Secrets
  readonly origins: readonly string[]
}

/**
 * Opens what is sealed with an auth method. Failures: `client-secret-missing` {method}, `credential-damaged` {connection,
 * reason}, `vault-locked`.
 */
export async function openMethodSecrets(
  context: VaultContext,
  method: AuthMethod,
): Promise<Result<MethodSecrets, Failure>> {
  const asked = askedFields(method, 'method-secrets')
  if (asked.length === 0) return ok({ secrets: {}, origins: [] })
  const owner = { kind: 'auth-method', authMethod: method.id } as const
  const found = await openCredential(context, owner, { kind: 'organization' })
  const missing = err(sendFailure('client-secret-missing', { method: method.name }))
  const isNeeded = ({ key, required }: AuthField) => required || method.secretsSet.includes(key)
  if (!found) return asked.some(isNeeded) ? missing : ok({ secrets: {}, origins: [] })
  const { credential, opened } = found
  if (!opened.ok) return err(sendFailure(opened.error.code, { ...opened.error.params, connection: method.name }))
  context.secrets.add(credential.id, credential.revision, method.type, method.settings, opened.value)
  // Of an earlier choice there may be more than what is asked for now.
  const asNow = asked.flatMap(({ key }): [string, string][] => {
    const value = opened.value[key]
    return value === undefined || value === '' ? [] : [[key, value]]
  })
  const secrets = Object.fromEntries(asNow)
  if (asked.some((field) => isNeeded(field) && secrets[field.key] === undefined)) return missing
  return ok({ secrets, origins: credential.origins })
}
