import * as z from 'zod'
import { AuthTypeKey } from './auth-type.ts'
import { AuthMethodId, ConnectionId, EnvironmentId, IntegrationId, ProjectId, StableKey } from './ids.ts'
import { JsonValue } from './json-value.ts'

/**
 * The keys of the secret fields that were filled in, never what was entered. A secret that may be left out is missing, and
 * not merely unused, when it was entered once and its credential is gone.
 */
const SecretsSet = z.array(z.string()).default([])

/** A reusable, non-secret description of how a connector authenticates. */
export const AuthMethod = z.strictObject({
  id: AuthMethodId,
  connector: z.string(),
  type: AuthTypeKey,
  name: z.string().min(1),
  description: z.string(),
  settings: z.record(z.string(), JsonValue),
  secretsSet: SecretsSet,
  createdAt: z.number(),
})
export type AuthMethod = z.infer<typeof AuthMethod>

/** How requests leave: decided per request, straight from the browser, or through the local server. */
export const AccessMode = z.enum(['automatic', 'direct', 'relay'])
export type AccessMode = z.infer<typeof AccessMode>

/** What an API may be asked of a connection; null: no limit, and for the timeout the step's own. */
export const ConnectionLimits = z.strictObject({
  requestsPerSecond: z.number().positive().max(10_000).nullable(),
  concurrent: z.number().int().positive().max(1000).nullable(),
  timeoutSeconds: z.number().positive().max(600).nullable(),
})
export type ConnectionLimits = z.infer<typeof ConnectionLimits>

/** A connection without limits. */
export const NO_LIMITS: ConnectionLimits = { requestsPerSecond: null, concurrent: null, timeoutSeconds: null }

/** A request that succeeds exactly when the credentials are good: method and path below the base URL. */
export const CheckRequest = z.strictObject({ method: z.string(), path: z.string() })
export type CheckRequest = z.infer<typeof CheckRequest>

/** A named use of a connector. Holds no secret itself: that is the credential's. */
export const Connection = z.strictObject({
  id: ConnectionId,
  /** Unique in the workspace; never changed once published, exported or deployed. */
  stableKey: StableKey,
  name: z.string().min(1),
  description: z.string(),
  connector: z.string(),
  authMethod: AuthMethodId,
  baseUrl: z.string(),
  kind: z.enum(['customer', 'organization-customer', 'organization-global']),
  visibility: z.discriminatedUnion('level', [
    z.strictObject({ level: z.literal('organization') }),
    z.strictObject({ level: z.literal('project'), project: ProjectId }),
    z.strictObject({ level: z.literal('integration'), integration: IntegrationId }),
  ]),
  accessMode: AccessMode,
  embedded: z.boolean(),
  useForEmbeddedWorkflows: z.boolean(),
  /** Field values without secrets, by the field's key. */
  values: z.record(z.string(), z.string()),
  secretsSet: SecretsSet,
  environments: z.record(EnvironmentId, z.strictObject({ baseUrl: z.string() })),
  limits: ConnectionLimits.default(NO_LIMITS),
  /** What the person chose to test it with; null: what its connector declares. */
  check: CheckRequest.nullable().default(null),
  createdAt: z.number(),
})
export type Connection = z.infer<typeof Connection>

/** What a credential is for. */
export const CredentialPurpose = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('test-runner') }),
  z.strictObject({ kind: z.literal('environment'), environment: EnvironmentId }),
  z.strictObject({ kind: z.literal('customer-user'), user: z.string() }),
  z.strictObject({ kind: z.literal('organization') }),
])
export type CredentialPurpose = z.infer<typeof CredentialPurpose>

/**
 * The outcome of the last request that used a credential; never more of the answer than its status. `invalid-grant`: the
 * provider refuses to give new tokens for it, so it has to be connected again.
 */
export const CredentialCheck = z.strictObject({
  at: z.number(),
  outcome: z.enum(['ok', 'unauthorized', 'forbidden', 'blocked', 'invalid-grant']),
  status: z.number().int().nullable(),
})
export type CredentialCheck = z.infer<typeof CredentialCheck>
