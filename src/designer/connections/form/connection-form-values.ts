import {
  fieldsOf,
  type AuthMethod,
  type AuthTypeKey,
  type CheckRequest,
  type Connection,
  type Connector,
  type Workspace,
} from '#domain'
import type { TFunction } from '#texts'
import type { LimitTexts } from '#workspace'
import { methodsOf, NEW_METHOD, offeredId, type MethodValues, type TypedSetting } from './chosen-method.ts'

/** What the connection form holds. Secrets are here only while a person types them. */
export interface ConnectionFormValues extends MethodValues {
  readonly name: string
  readonly description: string
  readonly baseUrl: string
  readonly accessMode: Connection['accessMode']
  /** Fields of the connection without secrets. */
  readonly values: Readonly<Record<string, string>>
  readonly secrets: Readonly<Record<string, string>>
  readonly limits: LimitTexts
  /** An empty method: what the connector declares. */
  readonly check: CheckRequest
}

/** The settings a new auth method of a type starts with. */
export function initialSettings(type: AuthTypeKey): Readonly<Record<string, TypedSetting>> {
  const fields = fieldsOf(type).filter(({ of, secret }) => of === 'method' && !secret)
  return Object.fromEntries(
    fields.map(({ key, kind, initial = '', required, places }): [string, TypedSetting] => {
      if (kind !== 'rows') return [key, initial]
      // One that is needed begins with a row to fill in.
      return [key, required ? [{ name: '', value: '', ...(places?.[0] !== undefined && { in: places[0] }) }] : []]
    }),
  )
}

/** The base URL that the connector offers; one relative to the page is spelled out, so that it can be verified. */
function offeredUrl({ baseUrls: [offered] }: Connector): string {
  return offered?.url.startsWith('/') ? new URL(offered.url, location.href).href : (offered?.url ?? '')
}

/**
 * An empty form for a connector: its newest auth method, else the first one it offers, else a new one of the first type,
 * which is an API key where all types are asked for.
 */
export function initialValues(
  t: TFunction,
  connector: Connector,
  workspace: Workspace,
  types?: readonly AuthTypeKey[],
): ConnectionFormValues {
  const existing: AuthMethod | undefined = methodsOf(workspace, connector.key, types).at(-1)
  const offered = connector.authMethods.find(({ type }) => types?.includes(type) ?? true)
  const methodType = existing?.type ?? offered?.type ?? types?.[0] ?? 'api-key'
  return {
    method: existing?.id ?? (offered ? offeredId(offered.key) : NEW_METHOD),
    methodType,
    methodName: t(`connections.authTypes.${methodType}.short`),
    methodDescription: '',
    settings: initialSettings(methodType),
    methodSecrets: {},
    name: '',
    description: '',
    baseUrl: offeredUrl(connector),
    accessMode: 'automatic',
    values: {},
    secrets: {},
    limits: { requestsPerSecond: '', concurrent: '', timeoutSeconds: '' },
    check: { method: '', path: '' },
  }
}
