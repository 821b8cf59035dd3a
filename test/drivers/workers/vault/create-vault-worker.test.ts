import 'fake-indexeddb/auto'
import { createId } from '#base'
import {
  literal,
  type AuthMethod,
  type Connection,
  type Run,
  type RunId,
  type StableKey,
  type TraceEvent,
} from '#domain'
import { createWorkersDriver } from '#drivers/workers'
import { listRuns, openDatabase, saveAuthMethod, saveConnection, saveRun, type Database } from '#storage'
import { afterEach, describe, expect, it } from 'vitest'
import { createRunnerService } from '../../../../src/drivers/workers/runner/create-runner-service.ts'
import { createVaultWorker } from '../../../../src/drivers/workers/vault/create-vault-worker.ts'
import { requestFor } from '../../../contract/run-request.ts'
import {
  docOf,
  expr,
  flow,
  http,
  log,
  loop,
  ref,
  setFields,
  slot,
  stepId,
  template,
  type Built,
} from '../../../fixtures/doc-builder.ts'
import { sampleAuthMethod, sampleConnection } from '../../../storage/sample.ts'
import { portWorker } from '../port-worker.ts'
import { startServer } from './test-server.ts'
import { PAGE } from './vault-bench.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

/** Unique secrets, one in every secret field there is, with everything in them that encodings change. */
const CANARIES = {
  header: 'canary-header-"4711"\\/+=<&>%é',
  query: 'canary query 🐤 ?&=#/é+',
  bearer: 'canary.bearer~4711+/==',
  basic: 'canary:basic:ünïcode🐤"\\',
}

const ENCODINGS: readonly ((text: string) => string)[] = [
  (text) => text,
  encodeURIComponent,
  (text) => encodeURIComponent(text).replaceAll(/%../g, (sign) => sign.toLowerCase()),
  (text) => new URLSearchParams({ a: text }).toString().slice(2),
  (text) => Buffer.from(text).toString('base64').replace(/=+$/, ''),
  (text) => Buffer.from(text).toString('base64url'),
  (text) => Buffer.from(text).toString('hex'),
  (text) => Buffer.from(text).toString('hex').toUpperCase(),
  (text) => JSON.stringify(text).slice(1, -1),
  (text) => JSON.stringify(JSON.stringify(text).slice(1, -1)).slice(1, -1),
]

/** An API that gives away whatever it was sent, in every encoding. */
function leakyServer() {
  return startServer((request, response) => {
    const { authorization = '', 'x-key': key = '' } = request.headers
    const encoded = authorization.replace('Basic ', '')
    const received = [authorization, String(key), request.url ?? '', Buffer.from(encoded, 'base64').toString()]
    const secrets = Object.values(CANARIES)
    const leak = {
      received,
      decoded: secrets.map((secret) => ENCODINGS.map((encode) => encode(secret))),
      inside: secrets.map((secret) => Buffer.from(`x:${secret}:y`).toString('base64')),
      [CANARIES.bearer]: { nested: [CANARIES.query] },
    }
    const path = request.url?.split('?')[0]
    if (path === '/html')
      response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<p>${secrets.join('</p><p>')}</p>`)
    else if (path === '/bad-json')
      response.writeHead(200, { 'Content-Type': 'application/json' }).end(`{"a":${secrets[0]}`)
    else if (path === '/lines')
      // A secret stands across the place where a preview would end.
      response
        .writeHead(200, { 'Content-Type': 'application/json' })
        .end(`${'{"a":1}\n'.repeat(61)}${CANARIES.bearer}${'{"a":1}\n'.repeat(1000)}`)
    else if (path === '/denied')
      response.writeHead(401, { 'Content-Type': 'application/json' }).end(JSON.stringify(leak))
    else {
      const header = Buffer.from(CANARIES.bearer).toString('hex')
      response.writeHead(200, { 'Content-Type': 'application/json', 'X-Leak': header }).end(JSON.stringify(leak))
    }
  })
}

const METHODS: readonly {
  readonly key: string
  readonly method: Partial<AuthMethod>
  readonly values: Record<string, string>
  readonly secrets: Record<string, string>
}[] = [
  {
    key: 'in-header',
    method: { type: 'api-key', settings: { insertIn: 'header', headerName: 'X-Key', valueTemplate: 'Token ${key}!' } },
    values: {},
    secrets: { apiKey: CANARIES.header },
  },
  {
    key: 'in-query',
    method: { type: 'api-key', settings: { insertIn: 'query', parameterName: 'key', valueTemplate: '${key}' } },
    values: {},
    secrets: { apiKey: CANARIES.query },
  },
  { key: 'bearer', method: { type: 'bearer' }, values: {}, secrets: { token: CANARIES.bearer } },
  { key: 'basic', method: { type: 'basic' }, values: { username: 'ada' }, secrets: { password: CANARIES.basic } },
]

async function startBench(clock = () => Date.now()) {
  const api = await leakyServer()
  const databaseName = createId('canary')
  const messages: unknown[] = []
  const surroundings = { fetch: globalThis.fetch, origin: PAGE, clock }
  const driver = createWorkersDriver({
    databaseName,
    session: null,
    spawn: {
      vault: () => portWorker(createVaultWorker(surroundings), (message) => messages.push(message)),
      runner: () => portWorker(createRunnerService(), (message) => messages.push(message)),
      importer: () => portWorker({}),
    },
  })
  const opened = await openDatabase(databaseName)
  if (!opened.ok) throw new Error(opened.error.code)
  cleanups.push(() => api.close(), driver.dispose)
  return { api, driver, database: opened.value, messages }
}

async function tablesOf(database: Database): Promise<string> {
  const tables = await Promise.all(database.tables.map(async (table) => [table.name, await table.toArray()]))
  return JSON.stringify(tables)
}

/** Which canaries a text holds, in which encoding. */
const hitsIn = (text: string): readonly string[] =>
  Object.entries(CANARIES).flatMap(([name, secret]) =>
    ENCODINGS.flatMap((encode, index) => (text.includes(encode(secret)) ? [`${name} in encoding ${index}`] : [])),
  )

const failing = (built: Built): Built => ({
  ...built,
  step: { ...built.step, onError: { ...built.step.onError, policy: 'ignore' } },
})

function canaryDoc(origin: string) {
  const steps = METHODS.flatMap(({ key }) => {
    const call = (path: string) =>
      http(`${path}-${key}`, { slot: key, inputs: { url: literal(`${origin}/${path}`), method: literal('GET') } })
    const from = `$${stepId(`echo-${key}`)}`
    return [
      call('echo'),
      failing(call('denied')),
      failing(call('bad-json')),
      call('html'),
      log(`log-${key}`, expr(`"seen " & $string(${from})`)),
      setFields(`fields-${key}`, { all: expr(from) }),
    ]
  })
  const each = loop(
    'Each',
    expr('[1..3]'),
    http('again', { slot: 'bearer', inputs: { url: literal(`${origin}/echo`) } }),
  )
  return docOf({
    flows: [flow('Main', ...steps, each)],
    slots: METHODS.map(({ key }) => slot(key, 'http', key)),
  })
}

/** A record of a run as the page keeps it: everything the events told. */
function recordOf(events: readonly TraceEvent[], integration: Run['integration'], flowOfRun: Run['flow']): Run {
  const ended = events.flatMap((event) => (event.type === 'step-ended' ? [event] : []))
  return {
    id: 'run_canary1' as RunId,
    integration,
    flow: flowOfRun,
    startedAt: 1,
    endedAt: 2,
    status: 'succeeded',
    trigger: { state: 'complete', value: JSON.stringify(events), bytes: 1 },
    steps: ended.map(({ key, step, iterations, status, output, failure }) => ({
      key,
      step,
      iterations,
      status,
      startedAt: 1,
      endedAt: 2,
      attempts: [],
      input: null,
      output,
      logs: [],
      failure,
    })),
    dropped: 0,
    failure: null,
  }
}

async function makeConnections(
  { api, driver, database }: Awaited<ReturnType<typeof startBench>>,
  methods: typeof METHODS = METHODS,
) {
  const connections: Connection[] = []
  for (const { key, method, values, secrets } of methods) {
    const authMethod = sampleAuthMethod(method)
    const connection = sampleConnection(authMethod, { stableKey: key as StableKey, baseUrl: api.origin, values })
    await saveAuthMethod(database, authMethod)
    await saveConnection(database, connection)
    await driver.saveCredential({
      owner: { kind: 'connection', connection: connection.id },
      purpose: { kind: 'test-runner' },
      origins: [api.origin],
      fields: secrets,
    })
    connections.push(connection)
  }
  return connections
}

describe('the canary', () => {
  it('X10 no secret is in any table, event, outcome, answer or message, in any encoding', async () => {
    const bench = await startBench()
    const { api, driver, database, messages } = bench
    const connections = await makeConnections(bench)
    const doc = canaryDoc(api.origin)
    const events: TraceEvent[] = []
    const request = requestFor(doc)
    const outcome = await driver.start(request, (some) => events.push(...some)).done
    await saveRun(database, recordOf(events, doc.id, request.flow))

    const answers: unknown[] = [outcome]
    for (const connection of connections) {
      const ref = { connection: connection.stableKey }
      const plain = { method: 'GET', query: [], headers: [], body: { kind: 'none' }, timeoutMs: 5000 } as const
      answers.push(
        await driver.send({ ...plain, url: '/echo' }, ref),
        await driver.send({ ...plain, url: '/html' }, ref),
      )
      answers.push(await driver.send({ ...plain, url: 'https://elsewhere.example/' }, ref))
      answers.push(await driver.check(connection.id, { method: 'GET', path: '/denied' }))
      answers.push(await driver.probe(`${api.origin}/?key=x`, 'GET', []))
    }

    // The secrets did reach the API, and what came back was shown.
    expect(api.seen.map(({ headers }) => headers.authorization)).toContain(`Bearer ${CANARIES.bearer}`)
    expect(api.seen.map(({ url }) => url)).toContain(`/echo?key=${encodeURIComponent(CANARIES.query)}`)
    expect(outcome.status).toBe('succeeded')
    expect(await listRuns(database, doc.id)).toHaveLength(1)
    const sinks = {
      events: JSON.stringify(events),
      answers: JSON.stringify(answers),
      messages: JSON.stringify(messages),
      tables: await tablesOf(database),
    }
    for (const text of Object.values(sinks)) expect(text.length).toBeGreaterThan(500)
    expect(sinks.events).toContain('[redacted]')
    expect(Object.entries(sinks).flatMap(([sink, text]) => hitsIn(text).map((hit) => `${sink}: ${hit}`))).toEqual([])
  })

  it('would be found if it were there', () => {
    for (const encode of ENCODINGS) expect(hitsIn(`…${encode(CANARIES.bearer)}…`).length).toBeGreaterThan(0)
  })

  it('X10 a text that says it is JSON and is not is given whole, without the secret in it or a part of it', async () => {
    const bench = await startBench()
    await makeConnections(bench)
    const inputs = { url: literal('/lines'), expect: literal('text') }
    const doc = docOf({
      flows: [flow('Main', http('Lines', { slot: 'bearer', inputs }))],
      slots: [slot('bearer', 'http', 'bearer')],
    })
    const events: TraceEvent[] = []
    await bench.driver.start(requestFor(doc), (some) => events.push(...some)).done
    const lines = '{"a":1}\n'
    expect(events.findLast(({ type }) => type === 'step-ended')).toMatchObject({
      output: { value: { body: `${lines.repeat(61)}[redacted]${lines.repeat(1000)}` } },
    })
    expect(JSON.stringify(events)).not.toContain(CANARIES.bearer.slice(0, 8))
  })

  it('X10 no token that was signed is in any event, however many were signed after it', async () => {
    let now = 1_700_000_000_000
    // Whenever it asks, the token before is too old to be used again.
    const bench = await startBench(() => (now += 31_000))
    const method = { type: 'jwt', settings: { algorithm: 'HS256', lifetime: '60' } } as const
    await makeConnections(bench, [
      { key: 'jwt', method, values: {}, secrets: { signingSecret: CANARIES.header.repeat(2) } },
    ])
    const call = (name: string) => http(name, { slot: 'jwt', inputs: { url: literal('/echo') } })
    const calls = Array.from('abcdefghijklmnopqrstuvwxyz', (letter) => call(`call-${letter}`))
    const said = template('It was ', ref('call-a', 'body', 'received'))
    const doc = docOf({ flows: [flow('Main', ...calls, log('said', said))], slots: [slot('jwt', 'http', 'jwt')] })
    const events: TraceEvent[] = []
    const outcome = await bench.driver.start(requestFor(doc), (some) => events.push(...some)).done
    const tokens = bench.api.seen.map(({ headers }) => headers.authorization?.replace('Bearer ', '') ?? '')
    expect(new Set(tokens).size).toBe(26)
    expect(outcome.status).toBe('succeeded')
    const seen = JSON.stringify([events, outcome])
    expect(seen).toContain('It was ')
    expect(tokens.filter((token) => seen.includes(token))).toEqual([])
  })

  it('values go on unchanged from step to step: redaction is for what is shown', async () => {
    const bench = await startBench()
    await makeConnections(bench)
    const echo = http('Echo', { slot: 'bearer', inputs: { url: literal(`${bench.api.origin}/echo`) } })
    const back = `$${stepId('Echo')}.body.received[0]`
    const again = http('Again', {
      slot: 'bearer',
      inputs: {
        url: literal(`${bench.api.origin}/again`),
        headers: { kind: 'fields', rows: [{ key: 'X-Copy', value: expr(back) }] },
      },
    })
    const doc = docOf({ flows: [flow('Main', echo, again)], slots: [slot('bearer', 'http', 'bearer')] })
    await bench.driver.start(requestFor(doc), () => undefined).done
    expect(bench.api.seen.at(-1)?.headers['x-copy']).toBe(`Bearer ${CANARIES.bearer}`)
  })
})
