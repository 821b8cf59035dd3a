import type { AuthMethod, AuthRow, AuthTypeKey, Connector, Workspace } from '#domain'
import { textOf, type TFunction } from '#texts'
import type { Choice } from '#ui'

/** The choice "make a new auth method". */
export const NEW_METHOD = 'new'

/** The choice of an auth method that the connector offers. */
export const offeredId = (key: string): string => `offered:${key}`

/** Whether a form that is for some types only takes a method; without `types` it is for all. */
const isAmong = (types: readonly AuthTypeKey[] | undefined, { type }: Pick<AuthMethod, 'type'>): boolean =>
  types?.includes(type) ?? true

/** The auth methods of a connector that exist, oldest first; those of some types only, where said. */
export function methodsOf(
  workspace: Workspace,
  connector: string,
  types?: readonly AuthTypeKey[],
): readonly AuthMethod[] {
  return Object.values(workspace.authMethods)
    .filter((method) => method.connector === connector && isAmong(types, method))
    .toSorted((a, b) => a.createdAt - b.createdAt)
}

/** A setting as it is typed. */
export type TypedSetting = string | readonly AuthRow[]

/** What the chosen auth method is: an existing one, or what a new one would be. */
export type ChosenMethod = Pick<AuthMethod, 'type' | 'name' | 'description'> & {
  readonly settings: Readonly<Record<string, unknown>>
  readonly existing: AuthMethod | null
  /** Whether its fields are asked for. */
  readonly isNew: boolean
}

/** The part of the form that is about the auth method. */
export interface MethodValues {
  /** `NEW_METHOD`, the id of an auth method, or `offered:<key>` for one that the connector offers. */
  readonly method: string
  readonly methodType: AuthTypeKey
  readonly methodName: string
  readonly methodDescription: string
  readonly settings: Readonly<Record<string, TypedSetting>>
  /** The method's own secrets. */
  readonly methodSecrets: Readonly<Record<string, string>>
}

/** The auth method that the form's values choose. */
export function chosenMethod(
  t: TFunction,
  values: MethodValues,
  connector: Connector,
  workspace: Workspace,
): ChosenMethod {
  const existing = workspace.authMethods[values.method]
  if (existing) {
    const { type, name, description, settings } = existing
    return { existing, isNew: false, type, name, description, settings }
  }
  const offered = connector.authMethods.find(({ key }) => offeredId(key) === values.method)
  if (offered) {
    const { type, settings } = offered
    const [name, description] = [textOf(t, offered.name), textOf(t, offered.description)]
    return { existing: null, isNew: false, type, name, description, settings }
  }
  const { methodType: type, methodName, methodDescription, settings } = values
  return {
    existing: null,
    isNew: true,
    type,
    name: methodName.trim(),
    description: methodDescription.trim(),
    settings,
  }
}

/** What tells a method from others of its type: where a key goes, or who gives the tokens; empty where nothing does. */
function whereOf({ settings }: Pick<AuthMethod, 'settings'>): string {
  const { headerName, parameterName, cookieName, signatureHeader, tokenUrl } = settings
  // A method keeps only those settings that it asks for: it has one of these, if any.
  const name = [headerName, parameterName, cookieName, signatureHeader].find((one) => typeof one === 'string')
  if (name !== undefined) return name
  return typeof tokenUrl === 'string' && URL.canParse(tokenUrl) ? new URL(tokenUrl).host : ''
}

/** The choices of the auth method dropdown: those that exist, those the connector offers, a new one. */
export function methodChoices(
  t: TFunction,
  connector: Connector,
  workspace: Workspace,
  types?: readonly AuthTypeKey[],
): readonly Choice[] {
  const existing = methodsOf(workspace, connector.key, types)
  const names = new Set(existing.map(({ name }) => name))
  const offered = connector.authMethods.filter((method) => !names.has(textOf(t, method.name)) && isAmong(types, method))
  const describe = (method: Pick<AuthMethod, 'type' | 'settings'>) =>
    [t(`connections.authTypes.${method.type}.short`), whereOf(method)].filter(Boolean).join(' · ')
  return [
    ...existing.map((method) => ({ id: method.id, label: method.name, description: describe(method) })),
    ...offered.map((method) => ({
      id: offeredId(method.key),
      label: textOf(t, method.name),
      description: describe(method),
    })),
    { id: NEW_METHOD, label: t('connections.newAuthMethod') },
  ]
}
