import { NO_LIMITS, type AuthMethod, type Connection, type IntegrationDoc, type Workspace } from '#domain'
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

/** The document, and the demo connection with its auth method where the workspace has none yet. */
export interface TemplatePlan {
  readonly doc: IntegrationDoc
  readonly connection: { readonly connection: Connection; readonly authMethod: AuthMethod } | null
}

/** Plans an integration from a template. Its credential is the caller's: no layer of documents knows a key. */
export function planUseTemplate(use: UseTemplate): TemplatePlan {
  const doc = use.template.build(use.createId, use.text)
  const known = Object.values(use.workspace.connections).some(({ stableKey }) => stableKey === DEMO_CONNECTION)
  return { doc, connection: known ? null : demoConnection(use) }
}

function demoConnection({ createId, text, baseUrl, now }: UseTemplate) {
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
    environments: {},
    limits: NO_LIMITS,
    check: null,
    createdAt: now,
  }
  return { connection, authMethod }
}
