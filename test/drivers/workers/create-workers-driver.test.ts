import { literal, type RunId, type Send, type TraceEvent, type Verify } from '#domain'
import { createWorkersDriver, type WorkersDriver } from '#drivers/workers'
import type { RunRequest } from '#runtime'
import { afterEach, describe, expect, it } from 'vitest'
import { createRunnerService, type RunnerService } from '../../../src/drivers/workers/runner/create-runner-service.ts'
import { describeDriver } from '../../contract/driver-contract.ts'
import { portWorker } from './port-worker.ts'
import { sessionDouble } from './session-double.ts'

const noSend: Send = async () => ({ ok: false, error: { code: 'none', params: {}, retryable: false, at: {} } })

const drivers: WorkersDriver[] = []
afterEach(() => {
  for (const driver of drivers.splice(0)) driver.dispose()
})

function driverWith(runner: () => object = createRunnerService, send: Send = noSend, verify?: Verify) {
  const spawned = { runners: 0, vaults: 0 }
  const driver = createWorkersDriver({
    databaseName: 'unused',
    session: null,
    spawn: {
      vault: () => {
        spawned.vaults += 1
        return portWorker(sessionDouble(send, verify))
      },
      runner: () => {
        spawned.runners += 1
        return portWorker(runner())
      },
      importer: () => portWorker({ parse: () => new Promise(() => undefined) }),
    },
  })
  drivers.push(driver)
  return { driver, spawned }
}

describeDriver('workers', ({ send, verify }) => {
  const { driver } = driverWith(createRunnerService, send, verify)
  return {
    run: (request, watch) => {
      const handle = driver.start(request, (events) => {
        for (const event of events) watch(event)
      })
      return { outcome: handle.done, cancel: handle.cancel }
    },
    dispose: driver.dispose,
  }
})

const request = { run: 'run_stuck01' as RunId } as RunRequest

/** A runner that tells how it began and then never answers again, as one in an endless expression. */
const stuckRunner = (): Pick<RunnerService, 'run' | 'cancel'> => ({
  run: (_, port) => {
    const events: TraceEvent[] = [
      { type: 'run-started', run: request.run, at: 1, trigger: { state: 'complete', value: null, bytes: 4 } },
      { type: 'step-started', key: 'step_loop01', step: 'step_loop01' as never, iterations: [], at: 2 },
      { type: 'step-started', key: 'step_inner1/0', step: 'step_inner1' as never, iterations: [0], at: 3 },
    ]
    port.postMessage({ type: 'trace', upTo: events.length, events })
    return new Promise(() => undefined)
  },
  cancel: () => undefined,
})

describe('stop', () => {
  it('takes effect within a second when the runner no longer answers, and every open step is ended', async () => {
    const { driver, spawned } = driverWith(stuckRunner)
    const events: TraceEvent[] = []
    const run = await new Promise<ReturnType<WorkersDriver['start']>>((resolve) => {
      const handle = driver.start(request, (some) => {
        events.push(...some)
        resolve(handle)
      })
    })
    const before = performance.now()
    run.cancel()
    expect(await run.done).toEqual({ status: 'cancelled' })
    expect(performance.now() - before).toBeLessThan(1000)
    expect(events.slice(3)).toMatchObject([
      { type: 'step-ended', key: 'step_inner1/0', status: 'cancelled' },
      { type: 'step-ended', key: 'step_loop01', status: 'cancelled' },
      { type: 'run-ended', status: 'cancelled' },
    ])
    const next = driver.start({ ...request, run: 'run_stuck02' as RunId }, () => undefined)
    next.cancel()
    await next.done
    expect(spawned).toEqual({ runners: 2, vaults: 1 })
  })
})

describe('a worker that is gone', () => {
  it('ends its run as failed', async () => {
    const crashed = (): Pick<RunnerService, 'run'> => ({ run: () => Promise.reject(new Error('crashed')) })
    const { driver } = driverWith(crashed)
    const events: TraceEvent[] = []
    const run = driver.start(request, (some) => events.push(...some))
    expect(await run.done).toMatchObject({ status: 'failed', failure: { code: 'runner-lost' } })
    expect(events.map(({ type }) => type)).toEqual(['run-started', 'run-ended'])
  })

  it('ends a run that has no session', async () => {
    const broken = {
      open: () => ({ ok: true }),
      openSession: () => Promise.reject(new Error('closed')),
      endSession: () => {},
    }
    const driver = createWorkersDriver({
      databaseName: 'unused',
      session: null,
      spawn: {
        vault: () => portWorker(broken),
        runner: () => portWorker(createRunnerService()),
        importer: () => portWorker({}),
      },
    })
    drivers.push(driver)
    const run = driver.start(request, () => undefined)
    expect(await run.done).toMatchObject({ status: 'failed', failure: { code: 'vault-unavailable' } })
  })

  it('is reported by what was asked of the vault, and started again', async () => {
    const { driver, spawned } = driverWith()
    driver.dispose()
    expect(await driver.probe('https://api.example.com', 'GET', [])).toMatchObject({
      error: { code: 'vault-unavailable' },
    })
    expect(spawned.vaults).toBe(0)
  })
})

describe('a live value', () => {
  const scope = { results: { step_a1b2c3: { name: 'Ada' } }, variables: {} }

  it('is computed from results', async () => {
    const { driver } = driverWith()
    const source = '$step_a1b2c3.name & "!"'
    expect(await driver.preview({ kind: 'expression', source }, null, scope)).toEqual({ ok: true, value: 'Ada!' })
    expect(await driver.preview(literal('7'), 'number', scope)).toEqual({ ok: true, value: 7 })
  })

  it('says why there is none', async () => {
    const { driver } = driverWith()
    const value = { kind: 'reference', step: 'step_a1b2c3' as never, path: ['nothing'] } as const
    expect(await driver.preview(value, null, scope)).toMatchObject({ error: { code: 'reference-undefined' } })
  })
})
