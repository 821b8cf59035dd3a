import { err, ok, problem, type Problem, type Result } from '#base'
import {
  askedFields,
  methodCredentials,
  NO_LIMITS,
  type AuthMethod,
  type AuthMethodId,
  type CheckRequest,
  type Connection,
  type ConnectionId,
  type Connector,
  type Workspace,
} from '#domain'
import type { CreateId } from '#operations'
import { baseUrlProblem } from './base-url-problem.ts'
import { cleanSecret } from './clean-secret.ts'
import { enteredSecrets, secretsSetWith } from './entered-secrets.ts'
import { fieldProblems } from './field-problems.ts'
import { planAuthMethod, type AuthMethodInput, type AuthMethodPlan } from './plan-auth-method.ts'
import { planCheck } from './plan-check.ts'
import { planLimits, type LimitTexts } from './plan-limits.ts'
import { stableKeyFor } from './stable-key-for.ts'
import { textAt } from './text-at.ts'

/** A connection as it is entered. Secrets are in it only until they are sealed. */
export interface ConnectionInput {
  readonly name: string
  readonly description: string
  readonly baseUrl: string
  readonly accessMode: Connection['accessMode']
  /** One that exists, or a new one. */
  readonly authMethod: { readonly existing: AuthMethodId } | { readonly create: AuthMethodInput }
  /** Fields without secrets, by key. */
  readonly values: Readonly<Record<string, string>>
  /** Secret fields by key; all empty: they are entered later, or stay as they are. */
  readonly secrets: Readonly<Record<string, string>>
  /** The own secrets of an auth method that exists and lacks them; those of a new one are in `create`. */
  readonly methodSecrets?: Readonly<Record<string, string>>
  /** Left out: as they are, none for a new connection. */
  readonly limits?: LimitTexts
  /** What it is tested with; an empty method: what its connector declares. Left out: as it is. */
  readonly check?: CheckRequest
}

/** What a plan is made with. */
export interface ConnectionContext {
  readonly connector: Connector
  readonly workspace: Workspace
  readonly createId: CreateId
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** Records to save, and secrets to seal. */
export interface ConnectionPlan {
  readonly connection: Connection
  /** Only when it is new, or secrets of its own were entered. */
  readonly authMethod: AuthMethod | null
  /** The auth method's own secrets, cleaned; null when none was entered. */
  readonly methodSecrets: Readonly<Record<string, string>> | null
  /** Cleaned; null when none was entered. */
  readonly secrets: Readonly<Record<string, string>> | null
}

/** The auth method a connection will have: made, or found; and its own secrets that were entered. */
function methodFor(input: ConnectionInput, context: ConnectionContext): Result<AuthMethodPlan, readonly Problem[]> {
  if ('create' in input.authMethod) return planAuthMethod(input.authMethod.create, context)
  const { workspace, connector } = context
  const method = workspace.authMethods[input.authMethod.existing]
  const at = { field: 'method' }
  if (!method) return err([problem('auth-method-not-found', {}, at)])
  if (method.connector !== connector.key) return err([problem('auth-method-of-other-connector', {}, at)])
  const set = methodCredentials(workspace).get(method.id)?.fields
  const { secrets, problems } = enteredSecrets(method, 'method-secrets', input.methodSecrets ?? {}, set)
  if (problems.length > 0) return err(problems)
  const authMethod = secrets ? { ...method, secretsSet: secretsSetWith(secrets, method.secretsSet) } : method
  return ok({ authMethod, methodSecrets: secrets })
}

/** What was entered into the fields without a secret: only what is asked for, cleaned. */
function enteredValues(method: AuthMethod, given: Readonly<Record<string, string>>) {
  const asked = askedFields(method, 'values')
  return Object.fromEntries(asked.map(({ key }) => [key, cleanSecret(textAt(given, key)).value]))
}

/** A certificate is presented when a secure connection is made, and never without one. */
function schemeProblem({ baseUrl }: ConnectionInput, { type }: AuthMethod): readonly Problem[] {
  const isPlain = type === 'client-certificate' && /^http:/i.test(baseUrl.trim())
  return isPlain ? [problem('base-url-needs-https', {}, { field: 'baseUrl' })] : []
}

function check(input: ConnectionInput, { connector }: ConnectionContext, method: AuthMethod): readonly Problem[] {
  const { type, settings } = method
  const url = baseUrlProblem(input.baseUrl, connector)
  return [
    ...(input.name.trim() === '' ? [problem('name-missing', {}, { field: 'name' })] : []),
    ...(url ? [url] : schemeProblem(input, method)),
    ...fieldProblems({ type, settings, group: 'values', values: enteredValues(method, input.values) }),
    ...enteredSecrets(method, 'secrets', input.secrets).problems,
    ...problemsIn(input.limits && planLimits(input.limits)),
    ...problemsIn(input.check && planCheck(input.check)),
  ]
}

const problemsIn = (planned: Result<unknown, readonly Problem[]> | undefined): readonly Problem[] =>
  planned && !planned.ok ? planned.error : []

/** The fields of a connection's record that are entered. */
function enteredFields(input: ConnectionInput, method: AuthMethod) {
  const limits = input.limits && planLimits(input.limits)
  const check = input.check && planCheck(input.check)
  const { secrets } = enteredSecrets(method, 'secrets', input.secrets)
  return {
    name: input.name.trim(),
    description: input.description.trim(),
    authMethod: method.id,
    baseUrl: input.baseUrl.trim(),
    accessMode: input.accessMode,
    values: enteredValues(method, input.values),
    ...(limits?.ok && { limits: limits.value }),
    ...(check?.ok && { check: check.value }),
    ...(secrets && { secretsSet: secretsSetWith(secrets) }),
  }
}

/** Checks what was entered and makes the plan; `recordOf` says what the connection's record is. */
function plan(
  input: ConnectionInput,
  context: ConnectionContext,
  recordOf: (fields: ReturnType<typeof enteredFields>) => Connection,
): Result<ConnectionPlan, readonly Problem[]> {
  const planned = methodFor(input, context)
  if (!planned.ok) {
    const nameless = input.name.trim() === '' ? [problem('name-missing', {}, { field: 'name' })] : []
    const url = baseUrlProblem(input.baseUrl, context.connector)
    return err([...nameless, ...(url ? [url] : []), ...planned.error])
  }
  const { authMethod, methodSecrets } = planned.value
  const problems = check(input, context, authMethod)
  if (problems.length > 0) return err(problems)
  return ok({
    connection: recordOf(enteredFields(input, authMethod)),
    authMethod: 'create' in input.authMethod || methodSecrets ? authMethod : null,
    methodSecrets,
    secrets: enteredSecrets(authMethod, 'secrets', input.secrets).secrets,
  })
}

/**
 * Plans a new connection: its record with a stable key of its own, the auth method when it is new, and the secrets to
 * seal. Every problem names its field in `at.field`.
 */
export function planCreateConnection(
  input: ConnectionInput,
  context: ConnectionContext,
): Result<ConnectionPlan, readonly Problem[]> {
  const taken = new Set(Object.values(context.workspace.connections).map(({ stableKey }) => stableKey))
  return plan(input, context, (fields) => ({
    limits: NO_LIMITS,
    check: null,
    secretsSet: [],
    ...fields,
    id: context.createId('conn') as ConnectionId,
    stableKey: stableKeyFor(input.name.trim(), taken),
    connector: context.connector.key,
    kind: 'organization-global',
    visibility: { level: 'organization' },
    embedded: false,
    useForEmbeddedWorkflows: false,
    environments: {},
    createdAt: context.now,
  }))
}

/** Plans other values for a connection that exists. Its stable key stays, so that whatever uses it still finds it. */
export function planUpdateConnection(
  connection: Connection,
  input: ConnectionInput,
  context: ConnectionContext,
): Result<ConnectionPlan, readonly Problem[]> {
  return plan(input, context, (fields) => ({ ...connection, ...fields }))
}
