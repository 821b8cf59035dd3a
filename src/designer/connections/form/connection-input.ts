import { verifiesWebhooks, type Connector, type Workspace } from '#domain'
import type { TFunction } from '#texts'
import type { AuthMethodInput, ConnectionInput } from '#workspace'
import { chosenMethod } from './chosen-method.ts'
import type { ConnectionFormValues } from './connection-form-values.ts'

/** The auth method that would be made; `null` while one that exists is chosen. */
export function newMethodOf(
  t: TFunction,
  values: ConnectionFormValues,
  connector: Connector,
  workspace: Workspace,
): AuthMethodInput | null {
  const { existing, type, name, description, settings } = chosenMethod(t, values, connector, workspace)
  return existing ? null : { type, name, description, settings, secrets: values.methodSecrets }
}

/** What the form's values say, as the workspace's planners take it. */
export function connectionInput(
  t: TFunction,
  values: ConnectionFormValues,
  connector: Connector,
  workspace: Workspace,
): ConnectionInput {
  const { name, description, baseUrl, accessMode, values: fields, secrets, methodSecrets, limits, check } = values
  const { existing, ...method } = chosenMethod(t, values, connector, workspace)
  const { type, name: methodName, description: methodDescription, settings } = method
  return {
    name,
    description,
    // What only verifies sends nothing, and is not asked where to: its secrets are bound to where this application is.
    baseUrl: verifiesWebhooks({ type }) ? new URL('/', location.href).href : baseUrl,
    accessMode,
    authMethod: existing
      ? { existing: existing.id }
      : { create: { type, name: methodName, description: methodDescription, settings, secrets: methodSecrets } },
    methodSecrets,
    values: fields,
    secrets,
    limits,
    check,
  }
}
