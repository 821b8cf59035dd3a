import { problem, err, type Problem, type Result } from '#base'
import type { AuthTypeKey } from '#domain'
import type * as z from 'zod'
import type { AuthRequest, MadeToken } from './auth-request.ts'

/** Time and randomness, given so that published vectors can be replayed, and what was made before. */
export interface SignContext {
  /** Milliseconds since the epoch. */
  readonly clock: () => number
  /** A value that is never used twice. */
  readonly nonce: () => string
  /** The latest token that was made with the same settings and secrets: the type says whether it still serves. */
  readonly made?: MadeToken
}

/** Where short secrets may turn up by name: header, parameter and field names, in any case. */
export interface RedactionValues {
  /** Everything that must not be shown: the secrets, and what signing makes of them. */
  readonly values: readonly string[]
  readonly fields: readonly string[]
}

/** One way an API authenticates. Pure: it sees a request, the auth method's settings and the connection's values. */
export interface AuthType<Settings, Secrets> {
  readonly type: AuthTypeKey
  readonly settings: z.ZodType<Settings>
  /** The connection's values: its secret fields and those without a secret, by key. */
  readonly secrets: z.ZodType<Secrets>
  readonly sign: (
    request: AuthRequest,
    settings: Settings,
    secrets: Secrets,
    context: SignContext,
  ) => Promise<Result<AuthRequest, Problem>>
  readonly redactionValues: (secrets: Secrets, settings: Settings) => RedactionValues
}

/** An auth type as the registry hands it out: settings and values are checked before they are used. */
export interface RegisteredAuthType {
  readonly type: AuthTypeKey
  /** Problems: `auth-settings-invalid` {field}, `auth-value-missing` {field}, and what the type itself refuses. */
  readonly sign: (
    request: AuthRequest,
    settings: unknown,
    secrets: unknown,
    context: SignContext,
  ) => Promise<Result<AuthRequest, Problem>>
  /** Whatever can be told from incomplete settings and values; never fails. */
  readonly redactionValues: (secrets: Readonly<Record<string, string>>, settings: unknown) => RedactionValues
}

const firstPath = (error: z.ZodError): string => String(error.issues[0]?.path[0] ?? '')

/** Puts the check of its inputs before an auth type. */
export function registerAuthType<Settings, Secrets>(authType: AuthType<Settings, Secrets>): RegisteredAuthType {
  return {
    type: authType.type,
    sign: async (request, settings, secrets, context) => {
      const known = authType.settings.safeParse(settings)
      if (!known.success) return err(problem('auth-settings-invalid', { field: firstPath(known.error) }))
      const values = authType.secrets.safeParse(secrets)
      if (!values.success) return err(problem('auth-value-missing', { field: firstPath(values.error) }))
      return authType.sign(request, known.data, values.data, context)
    },
    redactionValues: (secrets, settings) => {
      const known = authType.settings.safeParse(settings)
      const values = authType.secrets.safeParse(secrets)
      const own = Object.entries(secrets)
      if (!known.success || !values.success)
        return { values: own.map(([, value]) => value), fields: Object.keys(secrets) }
      return authType.redactionValues(values.data, known.data)
    },
  }
}
