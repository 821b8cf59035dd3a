import { authRowsOf, fieldsOf, methodCredentials, methodOrigins, type AuthMethod } from '#domain'
import { problemText, useTranslation } from '#texts'
import { showToast } from '#ui'
import { useWorkspace } from '#workbench'
import { keptMethodSecrets, planUpdateAuthMethod } from '#workspace'
import { useState } from 'react'
import { useForm, useWatch, type UseFormReturn } from 'react-hook-form'
import type { MethodValues, TypedSetting } from '../form/chosen-method.ts'
import { initialSettings } from '../form/connection-form-values.ts'
import { resolverOf } from '../form/connection-resolver.ts'

/** The form that changes an auth method. */
export interface EditAuthMethodForm {
  readonly form: UseFormReturn<MethodValues>
  readonly problem: string | null
  /** The settings as they are typed. */
  readonly settings: MethodValues['settings']
  /** Its own secrets that are set, and stay so with what is typed. */
  readonly set: readonly string[]
  /** The origins its secrets are sealed for and what is typed has left; `null` while it has not. */
  readonly leftOrigins: readonly string[] | null
  readonly save: () => Promise<void>
}

/** The settings as a form types them; what a method does not have yet is as in a new one. */
function typedSettings({ type, settings }: AuthMethod): Readonly<Record<string, TypedSetting>> {
  const entries = fieldsOf(type).flatMap(({ key, kind, of, secret }): [string, TypedSetting][] => {
    const value = settings[key]
    if (of !== 'method' || secret || value === undefined) return []
    return [[key, kind === 'rows' ? authRowsOf(value) : typeof value === 'string' ? value : '']]
  })
  return { ...initialSettings(type), ...Object.fromEntries(entries) }
}

/** Changes name, description, settings and secrets of an auth method, for all of its connections; its type stays. */
export function useEditAuthMethod(method: AuthMethod, onSaved: () => void): EditAuthMethodForm {
  const { t } = useTranslation()
  const workspace = useWorkspace((state) => state.workspace)
  const saveAuthMethod = useWorkspace((state) => state.saveAuthMethod)
  const [problem, setProblem] = useState<string | null>(null)
  const plan = ({ methodName: name, methodDescription: description, settings, methodSecrets: secrets }: MethodValues) =>
    planUpdateAuthMethod(method, { name, description, settings, secrets }, workspace)
  const form = useForm<MethodValues>({
    mode: 'onTouched',
    defaultValues: {
      method: method.id,
      methodType: method.type,
      methodName: method.name,
      methodDescription: method.description,
      settings: typedSettings(method),
      methodSecrets: {},
    },
    resolver: resolverOf(t, (typed) => {
      const planned = plan(typed)
      return planned.ok ? [] : planned.error
    }),
  })
  const settings = useWatch({ control: form.control, name: 'settings' })
  const typed = { type: method.type, settings }
  const origins = methodCredentials(workspace).get(method.id)?.origins ?? []
  const hasLeft = origins.length > 0 && methodOrigins(typed).some((origin) => !origins.includes(origin))
  const save = form.handleSubmit(async (submitted) => {
    const planned = plan(submitted)
    if (!planned.ok) return
    const saved = await saveAuthMethod(planned.value)
    if (!saved.ok) {
      setProblem(problemText(t, saved.error))
      return
    }
    showToast({ title: t('connections.editMethod.saved', { name: saved.value.name }), tone: 'success' })
    onSaved()
  })
  return {
    form,
    problem,
    settings,
    set: keptMethodSecrets(method, typed, workspace),
    leftOrigins: hasLeft ? origins : null,
    save: () => save(),
  }
}
