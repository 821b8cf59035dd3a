import type { Problem } from '#base'
import {
  askedFields,
  credentialSourceOf,
  methodCredentials,
  missingMethodSecrets,
  testCredentials,
  tokenOriginOf,
  type AuthField,
  type AuthMethod,
  type Connection,
  type CredentialInfo,
} from '#domain'
import { problemText, useTranslation } from '#texts'
import { showToast } from '#ui'
import { useWorkspace } from '#workbench'
import { cleanSecret, enteredSecrets, fieldProblems, secretsSetWith } from '#workspace'
import { useState } from 'react'
import { useForm, type FieldPath, type UseFormReturn } from 'react-hook-form'
import { originOf } from './origin-of.ts'

type Texts = Readonly<Record<string, string>>

/** What is typed, where the connection form has it too. */
export interface CredentialValues {
  readonly values: Texts
  readonly secrets: Texts
  readonly methodSecrets: Texts
}

/** The form of a connection's test credentials. */
export interface TestCredentialsForm {
  readonly form: UseFormReturn<CredentialValues>
  readonly method: AuthMethod | undefined
  /** What the connection is asked for, and before it what its method needs and lacks. */
  readonly fields: readonly AuthField[]
  /** The secret fields of the connection that hold something. */
  readonly set: readonly string[]
  /** Whether a provider gives what it signs with, and everything is there that it asks for. */
  readonly isConsentDue: boolean
  readonly problem: string | null
  readonly isSaving: boolean
  readonly save: () => Promise<void>
}

/** What a form has not shown yet is not there, whatever its type says. */
const textAt = (texts: Partial<Texts>, key: string): string => texts[key] ?? ''

const cleaned = (texts: Texts): Texts =>
  Object.fromEntries(Object.keys(texts).map((key) => [key, cleanSecret(textAt(texts, key)).value]))

/** What is wrong with what was typed. A secret that is set may stay empty; one that is not has to be entered. */
function problemsOf(method: AuthMethod, typed: CredentialValues, set: readonly string[]): readonly Problem[] {
  const { type, settings } = method
  const isSet = new Set(set.map((key) => `secrets.${key}`))
  return [
    ...enteredSecrets(method, 'method-secrets', typed.methodSecrets).problems,
    ...fieldProblems({ type, settings, group: 'values', values: cleaned(typed.values) }),
    ...fieldProblems({ type, settings, group: 'secrets', values: cleaned(typed.secrets) }).filter(
      ({ code, at }) => code !== 'field-missing' || !isSet.has(String(at['field'])),
    ),
  ]
}

const isFor = ({ origins, tokenOrigin }: CredentialInfo, { baseUrl }: Connection, method: AuthMethod): boolean =>
  origins.includes(originOf(baseUrl)) && tokenOrigin === tokenOriginOf(method)

/** The method as it is with the secrets that were entered for it; what it lacked and was left empty is missed no more. */
function methodWith(method: AuthMethod, lacking: readonly AuthField[], secrets: Texts | null): AuthMethod | null {
  if (lacking.length === 0) return null
  const others = method.secretsSet.filter((set) => !lacking.some(({ key }) => key === set))
  return { ...method, secretsSet: secretsSetWith(secrets, others) }
}

/** What there is of a connection's credentials, and what is still asked for. */
function useCredentialFields(connection: Connection) {
  const method = useWorkspace(({ workspace }) => workspace.authMethods[connection.authMethod])
  const credential = useWorkspace(({ workspace }) => testCredentials(workspace).get(connection.id))
  const ofMethod = useWorkspace(({ workspace }) => methodCredentials(workspace).get(connection.authMethod)?.fields)
  const asked = method ? askedFields(method) : []
  const lacking = method ? missingMethodSecrets(method, ofMethod) : []
  const source = method ? credentialSourceOf(method) : 'none'
  return {
    method,
    lacking,
    fields: [...lacking, ...asked.filter(({ of }) => of === 'connection')],
    // What was entered for another origin is not sent to this one: it has to be entered again.
    set: credential && method && isFor(credential, connection, method) ? credential.fields : [],
    isConsentDue: (source === 'consent' || source === 'device') && lacking.length === 0,
  }
}

/**
 * Edits what test runs sign with. What is secret starts empty, and empty leaves what is set as it is. `onSaved` is told
 * unless there is still a provider's consent to ask for.
 */
export function useTestCredentials(given: Connection, onSaved: () => void): TestCredentialsForm {
  const { t } = useTranslation()
  const connection = useWorkspace(({ workspace }) => workspace.connections[given.id]) ?? given
  const { method, lacking, fields, set, isConsentDue } = useCredentialFields(connection)
  const saveConnection = useWorkspace((state) => state.saveConnection)
  const [problemShown, setProblem] = useState<string | null>(null)
  const form = useForm<CredentialValues>({
    mode: 'onTouched',
    defaultValues: { values: connection.values, secrets: {}, methodSecrets: {} },
  })
  const save = form.handleSubmit(async (typed) => {
    if (!method) return
    const problems = problemsOf(method, typed, set)
    for (const problem of problems) {
      form.setError(String(problem.at['field']) as FieldPath<CredentialValues>, { message: problemText(t, problem) })
    }
    if (problems.length > 0) return
    const secrets = enteredSecrets(method, 'secrets', typed.secrets, set).secrets
    const left = set.filter((key) => askedFields(method, 'secrets').some((field) => field.key === key))
    const { secrets: methodSecrets } = enteredSecrets(method, 'method-secrets', typed.methodSecrets)
    const saved = await saveConnection({
      connection: {
        ...connection,
        values: { ...connection.values, ...cleaned(typed.values) },
        secretsSet: secretsSetWith(secrets, left),
      },
      authMethod: methodWith(method, lacking, methodSecrets),
      methodSecrets,
      secrets,
      // Tokens that were had with the old ones go, unless a field that is left empty says that others stay.
      keepsSecrets: left.some((key) => secrets?.[key] === undefined),
    })
    if (!saved.ok) {
      setProblem(problemText(t, saved.error))
      return
    }
    form.reset({ values: saved.value.values, secrets: {}, methodSecrets: {} })
    setProblem(null)
    showToast({ title: t('connections.credentialsSaved', { name: connection.name }), tone: 'success' })
    const source = credentialSourceOf(method)
    if (source !== 'consent' && source !== 'device') onSaved()
  })
  return {
    form,
    method,
    fields,
    set,
    isConsentDue,
    problem: problemShown,
    isSaving: form.formState.isSubmitting,
    save: () => save(),
  }
}
