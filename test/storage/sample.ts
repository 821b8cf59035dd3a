import 'fake-indexeddb/auto'
import { createId } from '#base'
import type { AuthMethod, Connection, EditHistory, IntegrationDoc, StepId } from '#domain'
import { openDatabase, type Database } from '#storage'
import { connection } from '../fixtures/workspace-builder.ts'

/** A database of its own, so that tests do not meet. */
export async function freshDatabase(clock?: () => number): Promise<Database> {
  const opened = await openDatabase(createId('test'), clock ? { clock } : {})
  if (!opened.ok) throw new Error(opened.error.code)
  return opened.value
}

/** A document of one flow with `steps` log steps. */
export function sampleDoc(name = 'Sample', steps = 1): IntegrationDoc {
  const flow = createId('flow')
  const trigger = createId('step')
  const common = {
    description: '',
    disabled: false,
    onError: { policy: 'fail', attempts: 3, delaySeconds: 2, exponential: false, ignoreFinalError: false },
    arms: [],
    embed: null,
    slot: null,
  }
  const body = Array.from({ length: steps }, () => createId('step'))
  const actions = body.map((id, index) => ({
    ...common,
    id,
    kind: 'action',
    name: `Step ${index}`,
    connector: { key: 'log', version: 1 },
    action: 'write',
    inputs: { message: { kind: 'template', parts: [{ kind: 'text', text: `Customer ${index}` }] } },
  }))
  const start = {
    ...common,
    id: trigger,
    kind: 'trigger',
    name: 'Start',
    connector: { key: 'core', version: 1 },
    trigger: 'manual',
    inputs: {},
  }
  return {
    schemaVersion: 1,
    id: createId('int'),
    name,
    description: '',
    labels: [],
    projectId: null,
    flows: {
      [flow]: {
        id: flow,
        name: 'Flow',
        description: '',
        trigger,
        body,
        synchronous: false,
        retry: null,
        concurrency: null,
      },
    },
    flowOrder: [flow],
    steps: Object.fromEntries([start, ...actions].map((step) => [step.id, step])),
    slots: {},
    variables: {},
    pages: {},
    pageOrder: [],
    notes: {},
  } as unknown as IntegrationDoc
}

/** An undo history of renames; the last one gave the document the name it has, so that the history fits it. */
export function sampleHistory(doc: IntegrationDoc, entries: number): EditHistory {
  const nameAt = (index: number): string => (index === entries ? doc.name : `${index}`)
  return {
    done: Array.from({ length: entries }, (_, index) => ({
      label: { key: 'rename', params: {} },
      mergeKey: null,
      diff: [{ table: 'root' as const, id: 'name', before: nameAt(index), after: nameAt(index + 1) }],
      selectionBefore: [] as StepId[],
      selectionAfter: Object.keys(doc.steps).slice(0, 1) as StepId[],
      at: index,
    })),
    undone: [],
  }
}

export function sampleAuthMethod(parts: Partial<AuthMethod> = {}): AuthMethod {
  return {
    id: createId('auth') as AuthMethod['id'],
    connector: 'http',
    type: 'bearer',
    name: 'Token',
    description: '',
    settings: {},
    secretsSet: [],
    createdAt: 1,
    ...parts,
  }
}

/** A connection with ids of its own, so that a database takes several. */
export function sampleConnection(method: AuthMethod, parts: Partial<Connection> = {}): Connection {
  const id = createId('conn') as Connection['id']
  return connection('Shop', {
    id,
    stableKey: id.replace('_', '-') as Connection['stableKey'],
    authMethod: method.id,
    baseUrl: 'https://api.example.com/v1',
    createdAt: 1,
    ...parts,
  }).connection
}
