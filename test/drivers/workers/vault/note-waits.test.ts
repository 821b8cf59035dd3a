import 'fake-indexeddb/auto'
import { createId } from '#base'
import { literal, NO_LIMITS, type ConnectionLimits, type IntegrationDoc, type TraceEvent } from '#domain'
import { createWorkersDriver } from '#drivers/workers'
import { openDatabase, saveAuthMethod, saveConnection } from '#storage'
import type { RequestListener } from 'node:http'
import { afterEach, describe, expect, it } from 'vitest'
import { createRunnerService } from '../../../../src/drivers/workers/runner/create-runner-service.ts'
import { createVaultWorker } from '../../../../src/drivers/workers/vault/create-vault-worker.ts'
import { noteWaits } from '../../../../src/drivers/workers/vault/note-waits.ts'
import { requestFor } from '../../../contract/run-request.ts'
import { docOf, flow, http, loopTimes, slot, stepId, type Built } from '../../../fixtures/doc-builder.ts'
import { sampleAuthMethod, sampleConnection } from '../../../storage/sample.ts'
import { portWorker } from '../port-worker.ts'
import { startServer } from './test-server.ts'
import { PAGE } from './vault-bench.ts'

const cleanups: (() => unknown)[] = []
afterEach(async () => {
  for (const clean of cleanups.splice(0).toReversed()) await clean()
})

/** A driver with real workers' services, and a limited connection `api` to a server with this answer. */
async function limited(answer: RequestListener, limits: Partial<ConnectionLimits> = {}) {
  const api = await startServer(answer)
  const databaseName = createId('limits')
  const surroundings = { fetch: globalThis.fetch, origin: PAGE, clock: () => Date.now() }
  const driver = createWorkersDriver({
    databaseName,
    session: null,
    spawn: {
      vault: () => portWorker(createVaultWorker(surroundings)),
      runner: () => portWorker(createRunnerService()),
      importer: () => portWorker({}),
    },
  })
  cleanups.push(() => api.close(), driver.dispose)
  const opened = await openDatabase(databaseName)
  if (!opened.ok) throw new Error(opened.error.code)
  const method = sampleAuthMethod({ type: 'none' })
  await saveAuthMethod(opened.value, method)
  const connection = sampleConnection(method, { baseUrl: api.origin, limits: { ...NO_LIMITS, ...limits } })
  await saveConnection(opened.value, connection)
  const docWith = (...steps: readonly Built[]): IntegrationDoc =>
    docOf({ flows: [flow('Main', ...steps)], slots: [slot('api', 'http', connection.stableKey)] })
  const events: TraceEvent[] = []
  const start = (...steps: readonly Built[]) =>
    driver.start(requestFor(docWith(...steps)), (some) => events.push(...some))
  return { api, start, events }
}

const call = (name: string) => http(name, { slot: 'api', inputs: { url: literal('/x') } })

/** Twelve requests that all want to go at once. */
function twelve(): Built {
  const built = loopTimes('Each', 12, call('Call'))
  return { ...built, step: { ...built.step, concurrency: 10 } as Built['step'] }
}

const linesOf = (events: readonly TraceEvent[]) =>
  events.flatMap((event) =>
    event.type === 'step-log' ? [`${event.line.text} ${JSON.stringify(event.line.params)}`] : [],
  )

describe('a run with a limited connection', () => {
  it('Limits: an API never sees more requests at once than the connection allows', async () => {
    let underWay = 0
    let most = 0
    const { api, start } = await limited(
      (_, response) => {
        underWay += 1
        most = Math.max(most, underWay)
        setTimeout(() => {
          underWay -= 1
          response.end('{}')
        }, 20)
      },
      { concurrent: 2 },
    )
    expect((await start(twelve()).done).status).toBe('succeeded')
    expect(api.seen).toHaveLength(12)
    expect(most).toBe(2)
  })

  it('Limits: an API never sees more requests in a second than the connection allows', async () => {
    const arrivals: number[] = []
    const { start } = await limited(
      (_, response) => {
        arrivals.push(performance.now())
        response.end('{}')
      },
      { requestsPerSecond: 10 },
    )
    const started = performance.now()
    expect((await start(twelve()).done).status).toBe('succeeded')
    expect(arrivals).toHaveLength(12)
    // How far apart they leave is told by `limit-gate.test.ts`; on the way here they may catch up with one another.
    const since = arrivals.map((at) => at - started)
    expect(since[10]).toBeGreaterThan(990)
    expect(since[11]).toBeGreaterThan(1090)
  })

  it('Limits: a 429 with Retry-After is waited for, said on the step while it waits, and the step succeeds', async () => {
    let asked = 0
    const times: number[] = []
    const { start, events } = await limited((_, response) => {
      asked += 1
      times.push(performance.now())
      if (asked === 1) response.writeHead(429, { 'Retry-After': '1' }).end('{}')
      else response.writeHead(200, { 'Content-Type': 'application/json' }).end('{"fine":true}')
    })
    const run = start(call('Call'))
    await expect.poll(() => linesOf(events)).toEqual(['run.waits.asked {"seconds":1,"status":429}'])
    const ended = () => events.some((event) => event.type === 'step-ended' && event.step === stepId('Call'))
    expect(ended()).toBe(false)
    expect((await run.done).status).toBe('succeeded')
    expect(ended()).toBe(true)
    expect((times[1] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(990)
    expect(linesOf(events)).toEqual(['run.waits.asked {"seconds":1,"status":429}', 'run.waits.over {}'])
    expect(events.find(({ type }) => type === 'step-log')).toMatchObject({ key: stepId('Call') })
  })

  it('Limits: Stop ends a step that waits for its turn within a second, and nothing is sent any more', async () => {
    const { api, start, events } = await limited((_, response) => {
      response.writeHead(429, { 'Retry-After': '30' }).end('{}')
    })
    const run = start(call('Call'))
    await expect.poll(() => linesOf(events)).toHaveLength(1)
    const before = performance.now()
    run.cancel()
    expect(await run.done).toEqual({ status: 'cancelled' })
    expect(performance.now() - before).toBeLessThan(1000)
    expect(api.seen).toHaveLength(1)
  })

  it('Limits: a request that takes longer than the connection allows is given up, whatever the step allows', async () => {
    const { start } = await limited(() => undefined, { timeoutSeconds: 0.2 })
    expect(await start(call('Call')).done).toMatchObject({
      failure: { code: 'timeout', params: { seconds: 0.2 } },
    })
  })
})

it('Limits: a wait for the own limit is worth a word from a second on, and its end only after that', () => {
  const lines: string[] = []
  const { onWait, onGo } = noteWaits(
    () => 7,
    ({ at, level, text, params }) => lines.push(`${at} ${level} ${text} ${JSON.stringify(params)}`),
  )
  onGo()
  onWait(400, { reason: 'rate', requestsPerSecond: 2 })
  onGo()
  expect(lines).toEqual([])
  onWait(1001, { reason: 'rate', requestsPerSecond: 0.5 })
  onWait(10, { reason: 'asked', status: 503 })
  onGo()
  onGo()
  expect(lines).toEqual([
    '7 warn run.waits.rate {"seconds":2,"requestsPerSecond":0.5}',
    '7 warn run.waits.asked {"seconds":1,"status":503}',
    '7 info run.waits.over {}',
  ])
})
