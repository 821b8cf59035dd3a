import { err, ok, problem, type Problem, type Result } from '#base'
import type {
  AuthMethodId,
  Connection,
  CredentialId,
  IntegrationDoc,
  IntegrationId,
  StableKey,
  Workspace,
} from '#domain'
import type { Operation } from '#operations'
import { usesOfConnection, type ConnectionUse } from './uses-of-connection.ts'

/** What deleting a connection takes along, and where it is used: shown before it is done. */
export interface DeleteConnectionPlan {
  readonly uses: readonly ConnectionUse[]
  /** Its credentials, deleted with it. */
  readonly credentials: readonly CredentialId[]
  /** Its auth method when no other connection uses it: may be deleted too. */
  readonly lastOfAuthMethod: AuthMethodId | null
}

/** Plans the end of a connection. */
export function planDeleteConnection(
  connection: Connection,
  docs: readonly IntegrationDoc[],
  workspace: Workspace,
): DeleteConnectionPlan {
  const others = Object.values(workspace.connections).filter(({ id }) => id !== connection.id)
  const isShared = others.some(({ authMethod }) => authMethod === connection.authMethod)
  return {
    uses: usesOfConnection(docs, connection.stableKey),
    credentials: Object.values(workspace.credentials).flatMap(({ id, owner }) =>
      owner.kind === 'connection' && owner.connection === connection.id ? [id] : [],
    ),
    lastOfAuthMethod: isShared ? null : connection.authMethod,
  }
}

/** Edits that let every slot that holds a connection hold another one, or none, in each document that uses it. */
export function planReplaceConnection(
  docs: readonly IntegrationDoc[],
  from: StableKey,
  to: StableKey | null,
): readonly { readonly integration: IntegrationId; readonly operations: readonly Operation[] }[] {
  return usesOfConnection(docs, from).map(({ integration, slots }) => ({
    integration,
    operations: slots.map((id): Operation => ({ type: 'slot/bind', id, connection: to })),
  }))
}

/** Whether an auth method may be deleted; refused with how many connections use it. */
export function planDeleteAuthMethod(id: AuthMethodId, workspace: Workspace): Result<AuthMethodId, Problem> {
  const method = workspace.authMethods[id]
  if (!method) return err(problem('auth-method-not-found'))
  const users = Object.values(workspace.connections).filter(({ authMethod }) => authMethod === id)
  return users.length === 0
    ? ok(id)
    : err(problem('auth-method-in-use', { name: method.name, connections: users.length }))
}
