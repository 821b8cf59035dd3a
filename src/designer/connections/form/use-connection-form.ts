import {
  methodCredentials,
  missingCredentials,
  type AuthMethod,
  type AuthTypeKey,
  type Connection,
  type Connector,
  type Workspace,
} from '#domain'
import { problemText, useTranslation } from '#texts'
import { showToast } from '#ui'
import { usePorts, useWorkspace } from '#workbench'
import { planAuthMethod, planCreateConnection, type ConnectionPlan } from '#workspace'
import { useEffect, useRef, useState, type SyntheticEvent } from 'react'
import { useForm, useWatch, type FieldPath, type UseFormReturn } from 'react-hook-form'
import type { FormDraft } from '../form-drafts.ts'
import { chosenMethod, NEW_METHOD, type ChosenMethod } from './chosen-method.ts'
import { initialValues, type ConnectionFormValues } from './connection-form-values.ts'
import { connectionInput, newMethodOf } from './connection-input.ts'
import { resolverOf, sentencesByField } from './connection-resolver.ts'
import { focusFirstInvalid } from './focus-first-invalid.ts'
import { useSteadyIds } from './use-steady-ids.ts'

export interface ConnectionFormOptions {
  readonly connector: Connector
  readonly draft: FormDraft
  /** The types it may authenticate with; left out: all. */
  readonly types?: readonly AuthTypeKey[] | undefined
  readonly onConnected: (connection: Connection, needsCredentials: boolean) => void
}

/** The form's state and what its two buttons do. */
export interface ConnectionFormState {
  readonly form: UseFormReturn<ConnectionFormValues>
  /** With the auth method that was just made, also before it is read back. */
  readonly workspace: Workspace
  readonly chosen: ChosenMethod
  /** Why saving failed, where it is not about a field. */
  readonly problem: string | null
  readonly isMethodOpen: boolean
  readonly setMethodOpen: (isOpen: boolean) => void
  readonly connect: (event: SyntheticEvent) => Promise<void>
  readonly createMethod: () => Promise<void>
  readonly isCreating: boolean
}

const fieldsIn = (secrets: Readonly<Record<string, string>> | null) => ({ fields: Object.keys(secrets ?? {}) })

const refusals = (planned: ReturnType<typeof planCreateConnection>) => (planned.ok ? [] : planned.error)

/** Whether a connection that was just made lacks what it signs with. */
function needsCredentials({ connection, secrets, methodSecrets, ...made }: ConnectionPlan, workspace: Workspace) {
  const method = made.authMethod ?? workspace.authMethods[connection.authMethod]
  if (!method) return false
  const methodCredential = methodSecrets ? fieldsIn(methodSecrets) : methodCredentials(workspace).get(method.id)
  return missingCredentials({ connection, method, credential: fieldsIn(secrets), methodCredential }).length > 0
}

/** Makes a connection, and an auth method by itself. A failure keeps everything typed; success forgets it. */
export function useConnectionForm(options: ConnectionFormOptions): ConnectionFormState {
  const { connector, draft, types, onConnected } = options
  const { t } = useTranslation()
  const { environment } = usePorts()
  const { createId, idOf, forget } = useSteadyIds()
  const [made, setMade] = useState<AuthMethod | null>(null)
  const workspace = useWorkspaceWith(made)
  const saveConnection = useWorkspace((state) => state.saveConnection)
  const saveAuthMethod = useWorkspace((state) => state.saveAuthMethod)
  const [problem, setProblem] = useState<string | null>(null)
  const [isCreating, setCreating] = useState(false)

  const contextNow = () => ({
    connector,
    // What an earlier try has stored is no other connection.
    workspace: { ...workspace, connections: without(workspace.connections, idOf('conn')) },
    createId,
    now: environment.now(),
  })
  const plan = (values: ConnectionFormValues) =>
    planCreateConnection(connectionInput(t, values, connector, workspace), contextNow())

  const form = useForm<ConnectionFormValues>({
    mode: 'onTouched',
    shouldFocusError: false,
    defaultValues: draft.read()?.values ?? initialValues(t, connector, workspace, types),
    resolver: resolverOf(t, (values) => refusals(plan(values))),
  })
  const forgetDraft = useKeptDraft(form, draft)
  const values = useWatch({ control: form.control }) as ConnectionFormValues
  const chosen = chosenMethod(t, values, connector, workspace)
  const [isMethodOpen, setMethodOpen] = useState(values.method === NEW_METHOD)

  const connect = form.handleSubmit(
    async (submitted) => {
      const planned = plan(submitted)
      if (!planned.ok) return
      const saved = await saveConnection(planned.value)
      if (!saved.ok) {
        setProblem(problemText(t, saved.error))
        return
      }
      forgetDraft()
      form.reset(initialValues(t, connector, workspace, types))
      const { name } = saved.value
      showToast({ title: t('connections.connected', { name }), tone: 'success' })
      onConnected(saved.value, needsCredentials(planned.value, workspace))
    },
    (errors, event) => {
      if (errors.method ?? errors.methodName ?? errors.settings ?? errors.methodSecrets) setMethodOpen(true)
      if (event?.target instanceof HTMLElement) focusFirstInvalid(event.target)
    },
  )

  const createMethod = async () => {
    const input = newMethodOf(t, form.getValues(), connector, workspace)
    if (!input) return
    const planned = planAuthMethod(input, contextNow())
    if (!planned.ok) {
      for (const [path, error] of Object.entries(sentencesByField(t, planned.error))) {
        form.setError(path as FieldPath<ConnectionFormValues>, error)
      }
      return
    }
    setCreating(true)
    const saved = await saveAuthMethod(planned.value)
    setCreating(false)
    if (!saved.ok) {
      setProblem(problemText(t, saved.error))
      return
    }
    forget('auth')
    setMade(saved.value)
    setProblem(null)
    form.setValue('method', saved.value.id)
    // Sealed now, and kept nowhere else.
    form.setValue('methodSecrets', {})
    setMethodOpen(false)
    showToast({ title: t('connections.authMethodCreated', { name: saved.value.name }), tone: 'success' })
  }

  return { form, workspace, chosen, problem, isMethodOpen, setMethodOpen, connect, createMethod, isCreating }
}

function useWorkspaceWith(made: AuthMethod | null): Workspace {
  const workspace = useWorkspace((state) => state.workspace)
  if (made === null || made.id in workspace.authMethods) return workspace
  return { ...workspace, authMethods: { ...workspace.authMethods, [made.id]: made } }
}

/** Keeps what is typed in the draft; gives what ends that, and forgets the draft. */
function useKeptDraft(form: UseFormReturn<ConnectionFormValues>, draft: FormDraft): () => void {
  const isOver = useRef(false)
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => {
          if (!isOver.current) draft.write(values)
        },
      }),
    [form, draft],
  )
  return () => {
    isOver.current = true
    draft.write(null)
  }
}

function without<T>(table: Readonly<Record<string, T>>, id: string | undefined): Readonly<Record<string, T>> {
  return Object.fromEntries(Object.entries(table).filter(([key]) => key !== id))
}
