import { testCredentials, type Connection, type Connector } from '#domain'
import { problemText, useTranslation } from '#texts'
import { showToast } from '#ui'
import { usePorts, useWorkspace } from '#workbench'
import { planUpdateConnection, type ConnectionInput, type LimitTexts } from '#workspace'
import { useState } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import type { ConnectionFormValues } from '../form/connection-form-values.ts'
import { resolverOf } from '../form/connection-resolver.ts'
import { originOf } from '../origin-of.ts'

/** The form that changes a connection. */
export interface EditConnectionForm {
  readonly form: UseFormReturn<ConnectionFormValues>
  readonly problem: string | null
  /** The origins that credentials are bound to and the new base URL has left; `null` while it has not. */
  readonly leftOrigins: readonly string[] | null
  readonly save: () => Promise<void>
}

const inputOf = (connection: Connection, values: ConnectionFormValues): ConnectionInput => ({
  name: values.name,
  description: values.description,
  baseUrl: values.baseUrl,
  accessMode: values.accessMode,
  authMethod: { existing: connection.authMethod },
  values: values.values,
  secrets: {},
  limits: values.limits,
  check: values.check,
})

const typed = (limit: number | null): string => (limit === null ? '' : String(limit))

const limitsOf = ({ limits: { requestsPerSecond, concurrent, timeoutSeconds } }: Connection): LimitTexts => ({
  requestsPerSecond: typed(requestsPerSecond),
  concurrent: typed(concurrent),
  timeoutSeconds: typed(timeoutSeconds),
})

/** Changes name, description, base URL, access mode and the fields without a secret; secrets stay as they are. */
export function useEditConnection(
  connection: Connection,
  connector: Connector,
  onSaved: (connection: Connection, hasLeftOrigin: boolean) => void,
): EditConnectionForm {
  const { t } = useTranslation()
  const { environment } = usePorts()
  const workspace = useWorkspace((state) => state.workspace)
  const saveConnection = useWorkspace((state) => state.saveConnection)
  const [problem, setProblem] = useState<string | null>(null)
  const plan = (values: ConnectionFormValues) =>
    planUpdateConnection(connection, inputOf(connection, values), {
      connector,
      workspace,
      createId: environment.createId,
      now: environment.now(),
    })
  const { name, description, baseUrl, accessMode, values } = connection
  const form = useForm<ConnectionFormValues>({
    mode: 'onTouched',
    defaultValues: {
      name,
      description,
      baseUrl,
      accessMode,
      values,
      secrets: {},
      settings: {},
      methodSecrets: {},
      method: connection.authMethod,
      limits: limitsOf(connection),
      check: connection.check ?? { method: '', path: '' },
    },
    resolver: resolverOf(t, (typed) => {
      const planned = plan(typed)
      return planned.ok ? [] : planned.error
    }),
  })
  const typedUrl = useWatch({ control: form.control, name: 'baseUrl' })
  const origins = testCredentials(workspace).get(connection.id)?.origins ?? []
  const hasLeft = origins.length > 0 && !origins.includes(originOf(typedUrl))
  const save = form.handleSubmit(async (typed) => {
    const planned = plan(typed)
    if (!planned.ok) return
    const saved = await saveConnection(planned.value)
    if (!saved.ok) {
      setProblem(problemText(t, saved.error))
      return
    }
    showToast({ title: t('connections.saved', { name: saved.value.name }), tone: 'success' })
    onSaved(saved.value, hasLeft)
  })
  return { form, problem, leftOrigins: hasLeft ? origins : null, save: () => save() }
}
