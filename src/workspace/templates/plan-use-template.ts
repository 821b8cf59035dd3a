import {
  askedFields,
  connectionsByKey,
  credentialReadiness,
  methodCredentials,
  NO_LIMITS,
  testCredentials,
  type AuthMethod,
  type Connection,
  type IntegrationDoc,
  type Workspace,
} from '#domain'
import { builtinConnectors } from '#connectors'
import { must } from '#base'
import type { CreateId } from '#operations'
import { DEMO_CONNECTION } from './flow-builder.ts'
import type { Template, Text } from './template.ts'

/** What using a template takes of its surroundings. */
export interface UseTemplate {
  readonly workspace: Workspace
  readonly template: Template
  readonly createId: CreateId
  readonly text: Text
  /** Where this host serves the demo API. */
  readonly baseUrl: string
  /** Milliseconds since the epoch. */
  readonly now: number
}

/** The demo connection to save with its key; with its auth method where that is new too. */
interface DemoPlan {
  readonly connection: Connection
  readonly authMethod: AuthMethod | null
}

/** The document, and the demo connection where the workspace has none yet, or one without its key. */
export interface TemplatePlan {
  readonly doc: IntegrationDoc
  readonly connection: DemoPlan | null
}

/** The secret field that the demo key is sealed as. */
const SECRETS_SET = ['apiKey']

/** Plans an integration from a template. Its credential is the caller's: no layer of documents knows a key. */
export function planUseTemplate(use: UseTemplate): TemplatePlan {
  const doc = use.template.build(use.createId, use.text)
  const known = connectionsByKey(use.workspace).get(DEMO_CONNECTION)
  return { doc, connection: known ? withoutKey(known, use) : demoConnection(use) }
}

/**
 * The demo connection there is, when it lacks its key: after a reset of the vault nobody could enter it, since nobody knows
 * it. One that sends elsewhere by now is the person's own.
 */
function withoutKey(connection: Connection, { workspace, baseUrl }: UseTemplate): DemoPlan | null {
  const method = workspace.authMethods[connection.authMethod]
  const takesKey = method && askedFields(method, 'secrets').some(({ key }) => SECRETS_SET.includes(key))
  if (!takesKey || connection.baseUrl !== baseUrl) return null
  const readiness = credentialReadiness({
    connection,
    method,
    credential: testCredentials(workspace).get(connection.id),
    methodCredential: methodCredentials(workspace).get(method.id),
  })
  return readiness === 'incomplete'
    ? { connection: { ...connection, secretsSet: SECRETS_SET }, authMethod: null }
    : null
}

function demoConnection({ createId, text, baseUrl, now }: UseTemplate): DemoPlan {
  const demo = must(
    builtinConnectors.find(({ key }) => key === 'demo'),
    'the demo connector is built in',
  )
  const offered = must(demo.authMethods[0], 'the demo connector offers an auth method')
  const authMethod: AuthMethod = {
    id: createId('auth') as AuthMethod['id'],
    connector: demo.key,
    type: offered.type,
    name: text(offered.name),
    description: text(offered.description),
    settings: offered.settings,
    secretsSet: [],
    createdAt: now,
  }
  const connection: Connection = {
    id: createId('conn') as Connection['id'],
    stableKey: DEMO_CONNECTION,
    name: text(demo.name),
    description: '',
    connector: demo.key,
    authMethod: authMethod.id,
    baseUrl,
    kind: 'organization-global',
    visibility: { level: 'organization' },
    accessMode: 'automatic',
    embedded: false,
    useForEmbeddedWorkflows: false,
    values: {},
    secretsSet: SECRETS_SET,
    environments: {},
    limits: NO_LIMITS,
    check: null,
    createdAt: now,
  }
  return { connection, authMethod }
}
