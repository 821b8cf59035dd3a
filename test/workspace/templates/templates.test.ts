import type { Json } from '#base'
import { createBuiltinCatalog } from '#connectors'
import { createDemoApi, DEMO_KEY, DEMO_KEY_HEADER } from '#demo'
import { EMPTY_WORKSPACE, validate, type CredentialInfo, type RunId, type Send, type Workspace } from '#domain'
import { createInMemoryDriver } from '#drivers/in-memory'
import { loadDocument, saveDocument } from '#format'
import { en } from '#texts'
import { planUseTemplate, TEMPLATES, type Template } from '#workspace'
import { describe, expect, it } from 'vitest'
import { accepted } from '../../fixtures/accepted.ts'
import { sequentialIds } from '../../fixtures/sequential-ids.ts'

/** The English words of a key. */
function text(key: string): string {
  const found = key.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], en)
  if (typeof found !== 'string') throw new Error(`No words for ${key}`)
  return found
}

const use = (template: Template, workspace: Workspace = EMPTY_WORKSPACE) =>
  planUseTemplate({ workspace, template, createId: sequentialIds(), text, baseUrl: 'https://demo.test/demo', now: 7 })

/** The workspace as it is when the plan was carried out, its credential sealed. */
function workspaceAfter({ connection }: ReturnType<typeof use>): Workspace {
  const { connection: record, authMethod } = connection!
  const credential = {
    id: 'cred_demo00',
    owner: { kind: 'connection', connection: record.id },
    purpose: { kind: 'test-runner' },
    fields: ['apiKey'],
    origins: ['https://demo.test'],
    tokenOrigin: null,
    revision: 1,
    expiresAt: null,
    lastCheck: null,
    updatedAt: 0,
  } as unknown as CredentialInfo
  return {
    connectors: {},
    connections: { [record.id]: record },
    authMethods: { [authMethod!.id]: authMethod! },
    credentials: { [credential.id]: credential },
  }
}

/** Sends to the demo API itself, signed when a step sends with the demo connection. */
function demoSend(): Send {
  const api = createDemoApi({ now: () => 0 })
  return async (request, connection) => {
    const signed = connection?.connection === 'demo-api' ? { [DEMO_KEY_HEADER.toLowerCase()]: DEMO_KEY } : {}
    const { body } = request
    const typed = body.kind === 'none' ? {} : { 'content-type': body.contentType }
    const headers = Object.fromEntries(request.headers.map(([name, value]) => [name.toLowerCase(), value]))
    const answer = api.handle({
      method: request.method,
      path: `/demo${new URL(request.url, 'https://demo.test').pathname}`,
      query: request.query,
      headers: { ...typed, ...headers, ...signed },
      body: body.kind === 'text' ? body.text : null,
    })
    return {
      ok: true,
      value: {
        status: answer.status,
        statusText: '',
        headers: {},
        body: answer.body === '' ? { kind: 'empty' } : { kind: 'json', value: JSON.parse(answer.body) as Json },
        bytes: answer.body.length,
        milliseconds: 0,
        transport: 'simulated',
        url: request.url,
      },
    }
  }
}

describe.each(TEMPLATES.map((template) => [template.key, template] as const))('template %s', (_key, template) => {
  const plan = use(template)

  it('is a document without problems, once its connection has its credential', () => {
    expect(accepted(loadDocument(saveDocument(plan.doc))).doc).toEqual(plan.doc)
    expect(validate(plan.doc, workspaceAfter(plan), createBuiltinCatalog())).toEqual([])
  })

  it('calls the demo API through a slot in every flow', () => {
    const slots = Object.values(plan.doc.slots)
    expect(slots.map(({ connection }) => connection)).toEqual(['demo-api'])
    for (const flow of plan.doc.flowOrder) expect(plan.doc.flows[flow]!.body.length).toBeGreaterThan(1)
  })

  it('runs green, every step of every flow, against the real demo API', async () => {
    const send = demoSend()
    for (const flow of plan.doc.flowOrder) {
      const run = createInMemoryDriver({ http: send }).run({
        run: 'run_abc123' as RunId,
        doc: plan.doc,
        flow,
        trigger: {},
        variables: {},
        given: {},
        retries: false,
        until: null,
      })
      expect(await run.outcome).toMatchObject({ status: 'succeeded' })
      const ended = run.events.flatMap((event) => (event.type === 'step-ended' ? [event] : []))
      expect(ended.filter(({ status }) => status === 'failed')).toEqual([])
      expect(ended.length).toBeGreaterThan(2)
    }
  })
})

describe('planUseTemplate', () => {
  const [digest] = TEMPLATES

  it('makes the demo connection once: a second template finds it by its stable key', () => {
    const plan = use(digest!)
    expect(plan.connection?.connection).toMatchObject({
      stableKey: 'demo-api',
      connector: 'demo',
      baseUrl: 'https://demo.test/demo',
      createdAt: 7,
    })
    expect(plan.connection?.authMethod?.settings).toMatchObject({ insertIn: 'header', headerName: DEMO_KEY_HEADER })
    expect(use(digest!, workspaceAfter(plan)).connection).toBeNull()
  })

  it('X10 seals the key again for a demo connection that has none, as after a reset of the vault', () => {
    const after = workspaceAfter(use(digest!))
    const emptied = { ...after, credentials: {} }
    const [existing] = Object.values(after.connections)
    expect(use(digest!, emptied).connection).toMatchObject({
      connection: { id: existing!.id, authMethod: existing!.authMethod, secretsSet: ['apiKey'] },
      authMethod: null,
    })
    const boundElsewhere = Object.fromEntries(
      Object.entries(after.credentials).map(([id, info]) => [id, { ...info, origins: ['https://other.test'] }]),
    )
    expect(use(digest!, { ...after, credentials: boundElsewhere }).connection?.authMethod).toBeNull()
  })

  it('never gives the demo key to a demo connection that sends elsewhere', () => {
    const after = workspaceAfter(use(digest!))
    const [existing] = Object.values(after.connections)
    const moved = { [existing!.id]: { ...existing!, baseUrl: 'https://mine.test/api' } }
    expect(use(digest!, { ...after, connections: moved, credentials: {} }).connection).toBeNull()
  })

  it('carries no key: neither the document nor the records hold it', () => {
    for (const template of TEMPLATES) expect(JSON.stringify(use(template))).not.toContain(DEMO_KEY)
  })

  it('has a template with four flows that share one connection', () => {
    const flows = TEMPLATES.map((template) => use(template).doc.flowOrder.length)
    expect(Math.max(...flows)).toBe(4)
  })
})
