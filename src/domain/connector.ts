import * as z from 'zod'
import { AuthTypeKey } from './auth-type.ts'
import { CheckRequest } from './connection.ts'
import { InputValue } from './input-value.ts'
import { JsonValue } from './json-value.ts'

/**
 * Texts in a connector are either keys of `texts/` (built-in connectors) or plain text (imported ones); the interface
 * shows a key's translation and anything else as it is.
 */
export const Label = z.string()
export type Label = z.infer<typeof Label>

/** Where an input's choices come from: fixed, or asked of the connection's API when the field is opened. */
export const InputOptions = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('fixed'),
    options: z.array(z.strictObject({ value: JsonValue, label: Label })),
  }),
  z.strictObject({
    kind: z.literal('data-source'),
    dataSource: z.string(),
    /** Inputs the choices depend on; changing one, or the connection, clears this input. */
    dependsOn: z.array(z.string()),
  }),
])
export type InputOptions = z.infer<typeof InputOptions>

/** One input of a trigger, action or data source. */
export const InputSpec = z.strictObject({
  key: z.string().min(1),
  label: Label,
  /**
   * What it takes: `text`, `number`, `boolean`; `json` any JSON; `choice` one of `options`; `fields` key/value rows;
   * `list` a JSON array; `code` text in a monospace field.
   */
  type: z.enum(['text', 'number', 'boolean', 'json', 'choice', 'fields', 'list', 'code']),
  required: z.boolean().default(false),
  help: Label.optional(),
  placeholder: Label.optional(),
  default: InputValue.optional(),
  options: InputOptions.optional(),
  /** May a key of a `fields` input repeat? */
  repeatable: z.boolean().default(false),
  /** Shown only while another input holds one of these literals. */
  showWhen: z.strictObject({ input: z.string(), in: z.array(JsonValue) }).optional(),
  /** Where the inspector groups it; inputs marked so are folded under "More". */
  advanced: z.boolean().default(false),
})
export type InputSpec = z.infer<typeof InputSpec>

/** An arm that a connector's step brings along. */
export const ArmSpec = z.strictObject({ id: z.string(), name: Label })
export type ArmSpec = z.infer<typeof ArmSpec>

const specCommon = {
  key: z.string().min(1),
  name: Label,
  summary: Label,
  inputs: z.array(InputSpec),
  arms: z.array(ArmSpec).default([]),
  /** What a result looks like, for mapping before the first run. */
  sample: JsonValue.optional(),
  connection: z.enum(['none', 'optional', 'required']),
  /**
   * `own`: connections of this connector; `any`: of every connector (the HTTP connector sends with any of them);
   * `webhook`: those that verify what comes in, of every connector. The others never take one of these: see
   * `unfitFor`.
   */
  accepts: z.enum(['own', 'any', 'webhook']).default('own'),
}

/** A request a connector's action stands for, so that imported connectors need no code. Texts may hold `{input}`. */
export const RequestTemplate = z.strictObject({
  method: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.string()).default({}),
  headers: z.record(z.string(), z.string()).default({}),
  /** The input that is sent as JSON body. */
  body: z.string().optional(),
  /** Inputs that become the members of a JSON object sent as body; those without a value are left out. */
  bodyFields: z.array(z.string()).optional(),
})
export type RequestTemplate = z.infer<typeof RequestTemplate>

export const ActionSpec = z.strictObject({ ...specCommon, request: RequestTemplate.optional() })
export type ActionSpec = z.infer<typeof ActionSpec>

export const TriggerSpec = z.strictObject({
  ...specCommon,
  /** How a flow with it starts. */
  starts: z.enum(['manual', 'webhook', 'schedule', 'call', 'event']),
})
export type TriggerSpec = z.infer<typeof TriggerSpec>

/** Gives the choices of an input: a request whose answer is a list. */
export const DataSourceSpec = z.strictObject({
  key: z.string().min(1),
  name: Label,
  inputs: z.array(InputSpec),
  request: RequestTemplate,
  /** Where in the answer the list is, and what of an item is value and label. */
  items: z.array(z.union([z.string(), z.number()])),
  value: z.string(),
  label: z.string(),
})
export type DataSourceSpec = z.infer<typeof DataSourceSpec>

/** An auth method that a connector offers; the connection form starts from it. */
export const OfferedAuthMethod = z.strictObject({
  key: z.string(),
  type: AuthTypeKey,
  name: Label,
  description: Label,
  settings: z.record(z.string(), JsonValue),
})
export type OfferedAuthMethod = z.infer<typeof OfferedAuthMethod>

/** What a vendor's API offers. Manifests are data: no code, so the page can hold all of them. */
export const Connector = z.strictObject({
  key: z.string().min(1),
  version: z.number().int().positive(),
  name: Label,
  summary: Label,
  category: z.enum(['core', 'http', 'service', 'database', 'demo']),
  /** A name of the icon set, or a `data:image/svg+xml` URL shown through `<img>` only. */
  icon: z.string(),
  baseUrls: z.array(z.strictObject({ url: z.string(), name: Label })),
  authMethods: z.array(OfferedAuthMethod),
  triggers: z.array(TriggerSpec),
  actions: z.array(ActionSpec),
  dataSources: z.array(DataSourceSpec),
  source: z.enum(['built-in', 'openapi', 'registered', 'database']),
  check: CheckRequest.optional(),
})
export type Connector = z.infer<typeof Connector>
