import type { Json } from '#base'
import type {
  ActionSpec,
  Connector,
  DataSourceSpec,
  InputOptions,
  InputSpec,
  InputValue,
  OfferedAuthMethod,
  RequestTemplate,
  TriggerSpec,
} from '#domain'

/** A choice: its label is the text of the value (`…options.<list>.<value>`), or the value itself where that is a word of a protocol. */
type Choices =
  | { readonly list: string; readonly values: readonly string[] }
  | { readonly verbatim: readonly string[] }
  | { readonly dataSource: string; readonly dependsOn?: readonly string[] }

/** An input as a built-in manifest writes it: texts and defaults are filled in. */
export interface InputDraft {
  readonly key: string
  readonly type: InputSpec['type']
  readonly required?: boolean
  readonly help?: boolean
  readonly placeholder?: boolean
  readonly default?: InputValue
  readonly choices?: Choices
  readonly repeatable?: boolean
  readonly showWhen?: { readonly input: string; readonly in: Json[] }
  readonly advanced?: boolean
}

interface RequestDraft {
  readonly method: string
  readonly path: string
  readonly query?: Readonly<Record<string, string>>
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: string
  readonly bodyFields?: readonly string[]
}

interface SpecDraft {
  readonly key: string
  readonly inputs?: readonly InputDraft[]
  readonly connection: ActionSpec['connection']
  readonly accepts?: ActionSpec['accepts']
  readonly sample?: Json
}

export interface ActionDraft extends SpecDraft {
  readonly request?: RequestDraft
}

export interface TriggerDraft extends SpecDraft {
  readonly starts: TriggerSpec['starts']
}

export interface DataSourceDraft extends Pick<DataSourceSpec, 'key' | 'value' | 'label'> {
  readonly inputs?: readonly InputDraft[]
  readonly request: RequestDraft
  readonly items?: readonly (string | number)[]
}

/** A built-in connector as its manifest file writes it. */
export interface ConnectorDraft extends Pick<Connector, 'key' | 'version' | 'category' | 'icon' | 'check'> {
  /** Base URLs by the key of their text. */
  readonly baseUrls?: Readonly<Record<string, string>>
  readonly authMethods?: readonly Pick<OfferedAuthMethod, 'key' | 'type' | 'settings'>[]
  readonly triggers?: readonly TriggerDraft[]
  readonly actions?: readonly ActionDraft[]
  readonly dataSources?: readonly DataSourceDraft[]
}

function requestOf({ query = {}, headers = {}, bodyFields, ...request }: RequestDraft): RequestTemplate {
  return {
    ...request,
    query: { ...query },
    headers: { ...headers },
    ...(bodyFields && { bodyFields: [...bodyFields] }),
  }
}

function optionsOf(texts: string, choices: Choices): InputOptions {
  if ('dataSource' in choices) {
    return { kind: 'data-source', dataSource: choices.dataSource, dependsOn: [...(choices.dependsOn ?? [])] }
  }
  const options =
    'verbatim' in choices
      ? choices.verbatim.map((value) => ({ value, label: value }))
      : choices.values.map((value) => ({ value, label: `${texts}.options.${choices.list}.${value}` }))
  return { kind: 'fixed', options }
}

function inputOf(texts: string, owner: string, draft: InputDraft): InputSpec {
  const { choices, help, placeholder, ...rest } = draft
  const own = `${owner}.inputs.${draft.key}`
  return {
    required: false,
    repeatable: false,
    advanced: false,
    ...rest,
    label: `${own}.label`,
    ...(help === true && { help: `${own}.help` }),
    ...(placeholder === true && { placeholder: `${own}.placeholder` }),
    ...(choices && { options: optionsOf(texts, choices) }),
  }
}

function specOf(texts: string, group: 'actions' | 'triggers', draft: SpecDraft) {
  const { key, connection, accepts = 'own', inputs = [], sample } = draft
  const own = `${texts}.${group}.${key}`
  return {
    key,
    connection,
    accepts,
    arms: [],
    name: `${own}.name`,
    summary: `${own}.summary`,
    inputs: inputs.map((input) => inputOf(texts, own, input)),
    ...(sample !== undefined && { sample }),
  }
}

/**
 * A built-in connector from its draft. Every text is a key that follows from where it stands:
 * `connector.http.actions.send.inputs.method.label`.
 */
export function defineConnector(draft: ConnectorDraft): Connector {
  const texts = `connector.${draft.key}`
  const { baseUrls = {}, authMethods = [], triggers = [], actions = [], dataSources = [], ...rest } = draft
  return {
    ...rest,
    source: 'built-in',
    name: `${texts}.name`,
    summary: `${texts}.summary`,
    baseUrls: Object.entries(baseUrls).map(([key, url]) => ({ url, name: `${texts}.baseUrls.${key}` })),
    authMethods: authMethods.map((method) => ({
      ...method,
      name: `${texts}.authMethods.${method.key}.name`,
      description: `${texts}.authMethods.${method.key}.description`,
    })),
    triggers: triggers.map((trigger) => ({ ...specOf(texts, 'triggers', trigger), starts: trigger.starts })),
    actions: actions.map((action) => ({
      ...specOf(texts, 'actions', action),
      ...(action.request && { request: requestOf(action.request) }),
    })),
    dataSources: dataSources.map(({ inputs = [], items = [], request, ...source }) => {
      const own = `${texts}.dataSources.${source.key}`
      return {
        ...source,
        name: `${own}.name`,
        inputs: inputs.map((input) => inputOf(texts, own, input)),
        request: requestOf(request),
        items: [...items],
      }
    }),
  }
}
