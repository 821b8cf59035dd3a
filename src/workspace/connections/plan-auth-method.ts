import { err, ok, problem, type Json, type Problem, type Result } from '#base'
import {
  askedFields,
  authRowsOf,
  methodCredentials,
  methodOrigins,
  type AuthField,
  type AuthMethod,
  type AuthMethodId,
  type AuthSettings,
  type AuthTypeKey,
  type Connector,
  type Workspace,
} from '#domain'
import type { CreateId } from '#operations'
import { enteredSecrets, secretsSetWith } from './entered-secrets.ts'
import { fieldProblems } from './field-problems.ts'
import { isEmptyRow } from './row-problems.ts'
import { scopeNames } from './scope-names.ts'

/** An auth method as it is entered. Secrets are in it only until they are sealed. */
export interface AuthMethodInput {
  readonly type: AuthTypeKey
  readonly name: string
  readonly description: string
  /** As they are typed: texts, and `AuthRow`s. */
  readonly settings: Readonly<Record<string, unknown>>
  /** The method's own secret fields by key; empty ones are entered later, or stay as they are. */
  readonly secrets?: Readonly<Record<string, string>>
}

/** An auth method to save, and its own secrets to seal. */
export interface AuthMethodPlan {
  readonly authMethod: AuthMethod
  /** Cleaned; null when none was entered. */
  readonly methodSecrets: Readonly<Record<string, string>> | null
}

/** Changes of an auth method. */
export interface AuthMethodUpdate extends AuthMethodPlan {
  /** What is sealed is bound to addresses the method no longer has, or is asked for no more: it goes. */
  readonly forgetsSecrets: boolean
}

/** Settings where white space at the ends means something. */
const VERBATIM: ReadonlySet<string> = new Set(['separator', 'prefix', 'signedContent'])

/** What is wrong with an auth method, each with `at.field`: `methodName`, `settings.headerName`, `methodSecrets.clientSecret`. */
export function authMethodProblems(input: AuthMethodInput, set: readonly string[] = []): readonly Problem[] {
  const { type, name, settings, secrets = {} } = input
  return [
    ...(name.trim() === '' ? [problem('name-missing', {}, { field: 'methodName' })] : []),
    ...fieldProblems({ type, settings, group: 'settings', values: settings }),
    ...enteredSecrets({ type, settings }, 'method-secrets', secrets, set).problems,
  ]
}

/** A setting as it is kept: without white space around it, rows without the empty ones, names with one space between. */
function keptSetting({ key, kind }: AuthField, value: unknown): Json {
  if (kind === 'rows') {
    const rows = authRowsOf(value).filter((row) => !isEmptyRow(row))
    return rows.map((row) => ({
      name: row.name.trim(),
      value: row.value,
      ...(row.in !== undefined && { in: row.in }),
    }))
  }
  const text = typeof value === 'string' ? value : ''
  if (kind === 'names') return scopeNames(text).join(' ')
  return VERBATIM.has(key) ? text : text.trim()
}

/** Only those settings that are asked for. */
function keptSettings({ type, settings }: AuthSettings): AuthMethod['settings'] {
  const asked = askedFields({ type, settings }, 'settings').filter(({ key }) => settings[key] !== undefined)
  return Object.fromEntries(asked.map((field) => [field.key, keptSetting(field, settings[field.key])]))
}

/** The parts of a method's record that are entered, and its secrets. */
function entered(input: AuthMethodInput, set: readonly string[] = [], before: readonly string[] = []) {
  const { type, name, description, settings, secrets = {} } = input
  const methodSecrets = enteredSecrets({ type, settings }, 'method-secrets', secrets, set).secrets
  return {
    fields: {
      name: name.trim(),
      description: description.trim(),
      settings: keptSettings({ type, settings }),
      // One that goes, for another address, has to be entered again.
      secretsSet: secretsSetWith(methodSecrets, before),
    },
    methodSecrets,
  }
}

/** An auth method's record with only those settings its type asks for, and its own secrets to seal. */
export function planAuthMethod(
  input: AuthMethodInput,
  { connector, createId, now }: { readonly connector: Connector; readonly createId: CreateId; readonly now: number },
): Result<AuthMethodPlan, readonly Problem[]> {
  const problems = authMethodProblems(input)
  if (problems.length > 0) return err(problems)
  const { fields, methodSecrets } = entered(input)
  const id = createId('auth') as AuthMethodId
  return ok({
    authMethod: { id, connector: connector.key, type: input.type, ...fields, createdAt: now },
    methodSecrets,
  })
}

/** The secrets of a method that are set, and stay so with other settings: those bound to every address it has then. */
export function keptMethodSecrets(method: AuthMethod, settings: AuthSettings, workspace: Workspace): readonly string[] {
  const credential = methodCredentials(workspace).get(method.id)
  const isBound = credential && methodOrigins(settings).every((origin) => credential.origins.includes(origin))
  const asked = askedFields(settings, 'method-secrets').map(({ key }) => key)
  return isBound ? credential.fields.filter((key) => asked.includes(key)) : []
}

/**
 * Plans other values for an auth method that exists; its type stays. A secret that is set and bound to the addresses of
 * the method may be left empty; with an address of another origin it has to be entered again.
 */
export function planUpdateAuthMethod(
  method: AuthMethod,
  given: Omit<AuthMethodInput, 'type'>,
  workspace: Workspace,
): Result<AuthMethodUpdate, readonly Problem[]> {
  const input = { ...given, type: method.type }
  const set = keptMethodSecrets(method, input, workspace)
  const problems = authMethodProblems(input, set)
  if (problems.length > 0) return err(problems)
  const sealed = methodCredentials(workspace).get(method.id)?.fields ?? []
  const asked = new Set(askedFields(input, 'method-secrets').map(({ key }) => key))
  const before = [...method.secretsSet, ...sealed].filter((key) => asked.has(key))
  const { fields, methodSecrets } = entered(input, set, before)
  const forgetsSecrets = sealed.length > 0 && set.length === 0
  return ok({ authMethod: { ...method, ...fields }, methodSecrets, forgetsSecrets })
}
