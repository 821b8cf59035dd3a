import { type Failure, literal, type RunId, TraceEvent } from '#domain'
import { createBuiltinCatalog } from '#connectors'
import { behaviourOf } from '#connectors/behaviours'
import { createInMemoryDriver, scriptHttp } from '#drivers/in-memory'
import { describe, expect, it } from 'vitest'
import { linesOf, requestFor } from '../contract/run-request.ts'
import {
  action,
  arm,
  branch,
  breakLoop,
  callFlow,
  code,
  equals,
  expr,
  flowId,
  flowOf,
  http,
  loop,
  loopTimes,
  parallel,
  ref,
  setFields,
  stepId,
  when,
  type Built,
} from '../fixtures/doc-builder.ts'

const withPolicy = (built: Built, onError: Partial<Built['step']['onError']>): Built => ({
  ...built,
  step: { ...built.step, onError: { ...built.step.onError, policy: 'retry', ...onError } },
})

const lost: Failure = { code: 'connection-refused', params: {}, retryable: true, at: {} }

describe('interpret', () => {
  it('R2 every event is what the schema says', async () => {
    const doc = flowOf(
      withPolicy(http('Get'), { attempts: 2 }),
      loop(
        'Each',
        literal([1, 2]),
        branch('Check', when(equals(ref('Each', 'index'), 1), arm('Yes', breakLoop('Break')))),
      ),
    )
    const script = scriptHttp([{ times: 1, answer: { failure: lost } }, { answer: { json: [1] } }])
    const run = createInMemoryDriver({ http: script }).run(requestFor(doc))
    expect(await run.outcome).toMatchObject({ status: 'succeeded' })
    expect(run.events.map((event) => TraceEvent.parse(event))).toEqual(run.events)
  })

  it('R4 a broken condition names its step and arm', async () => {
    const doc = flowOf(branch('Check', when({ op: 'less', left: literal(true), right: literal(1) }, arm('Yes'))))
    const { outcome } = createInMemoryDriver().run(requestFor(doc))
    expect(await outcome).toMatchObject({
      failure: { code: 'condition-types', at: { step: stepId('Check'), arm: 'arm_yes000' } },
    })
  })

  it('R4 an input that is required and nothing says why it is nothing', async () => {
    const doc = flowOf(setFields('One'), http('Get', { inputs: { url: ref('One', 'address') } }))
    expect(await createInMemoryDriver().run(requestFor(doc)).outcome).toMatchObject({
      failure: {
        code: 'input-required',
        at: { step: stepId('Get'), input: 'url' },
        cause: { code: 'reference-undefined', params: { reference: stepId('One'), missing: 'address' } },
      },
    })
  })

  it.each([
    ['code', code('X', 'return 1')],
    ['call-flow', callFlow('X', 'Main')],
  ])('R8 %s does not run yet and says so', async (kind, built) => {
    const { outcome } = createInMemoryDriver().run(requestFor(flowOf(built)))
    expect(await outcome).toMatchObject({
      failure: { code: 'not-runnable', params: { kind }, at: { step: stepId('X') } },
    })
  })

  it('R8 unknown connectors, actions and flows are failures', async () => {
    const run = (built: Built, more = {}) => createInMemoryDriver().run(requestFor(flowOf(built), more)).outcome
    expect(await run(action('X', 'gone', 'send'))).toMatchObject({ failure: { code: 'connector-missing' } })
    expect(await run(action('X', 'http', 'gone'))).toMatchObject({ failure: { code: 'action-missing' } })
    expect(await run(setFields('X'), { flow: flowId('Gone') })).toMatchObject({ failure: { code: 'flow-missing' } })
  })

  it('R9 a bug of a connector fails the step and the run ends in order', async () => {
    const driver = createInMemoryDriver({ http: () => Promise.reject(new Error('bug')) })
    const run = driver.run(requestFor(flowOf(http('Get'))))
    expect(await run.outcome).toMatchObject({ failure: { code: 'step-crashed', at: { step: stepId('Get') } } })
    expect(linesOf(run.events).at(-1)).toBe('failed step_get000 step-crashed')
  })

  it('R9 so does a bug outside of an effect', async () => {
    const catalog = createBuiltinCatalog()
    const connector = () => {
      throw new Error('bug')
    }
    const run = createInMemoryDriver({ installed: { catalog: { ...catalog, connector }, behaviourOf } }).run(
      requestFor(flowOf(setFields('One'))),
    )
    expect(await run.outcome).toMatchObject({
      failure: { code: 'step-crashed', at: { step: stepId('Main trigger') } },
    })
    expect(run.events.at(-1)).toMatchObject({ type: 'run-ended', status: 'failed' })
  })

  it('R7 a lane does not see the other lane', async () => {
    const doc = flowOf(parallel('Both', arm('Left', setFields('A')), arm('Right', setFields('B', { a: ref('A') }))))
    expect(await createInMemoryDriver().run(requestFor(doc)).outcome).toMatchObject({
      result: { arm_left00: { a: 'b' }, arm_right0: {} },
    })
  })

  it('E2 waits as long as the policy and the receiver say', async () => {
    const doc = flowOf(withPolicy(http('Get'), { attempts: 5, delaySeconds: 2, exponential: true }))
    const script = scriptHttp([
      { times: 2, answer: { failure: lost } },
      { times: 1, answer: { status: 429, headers: { 'retry-after': '30' } } },
      { answer: { json: 1 } },
    ])
    const driver = createInMemoryDriver({ http: script, startAt: 0 })
    const run = driver.run(requestFor(doc))
    expect(await run.outcome).toMatchObject({ status: 'succeeded' })
    expect(linesOf(run.events).filter((line) => line.startsWith('attempt'))).toEqual([
      'attempt 1 step_get000 connection-refused 2000',
      'attempt 2 step_get000 connection-refused 4000',
      'attempt 3 step_get000 http-429 30000',
    ])
    expect(driver.clock.now()).toBe(36_000)
    expect(script.seen.map(({ idempotencyKey }) => idempotencyKey)).toEqual(Array(4).fill('run_abc123/step_get000'))
  })

  it('L6 requests of one loop overlap as far as it allows', async () => {
    const items = literal([300, 200, 100])
    const body = http('Get', { inputs: { query: expr(`[["d", $${stepId('Each')}.currentItem]]`) } })
    const timed = async (concurrency: number) => {
      const each = loop('Each', items, body)
      const doc = flowOf({ ...each, step: { ...each.step, ...(each.step.kind === 'loop' && { concurrency }) } })
      const script = scriptHttp([
        { answer: ({ query }) => ({ json: query[0]?.[1] ?? null, delayMs: Number(query[0]?.[1]) }) },
      ])
      const driver = createInMemoryDriver({ http: script, startAt: 0 })
      const outcome = await driver.run(requestFor(doc)).outcome
      return [
        driver.clock.now(),
        outcome.status === 'succeeded' && (outcome.result as { body: string }[]).map(({ body: n }) => n),
      ]
    }
    expect(await timed(1)).toEqual([600, ['300', '200', '100']])
    expect(await timed(2)).toEqual([300, ['300', '200', '100']])
    expect(await timed(3)).toEqual([300, ['300', '200', '100']])
  })

  it('L9 a failing iteration lets those under way finish their step, and no further one starts', async () => {
    const each = loop(
      'Each',
      literal(['bad', 'slow', 'never']),
      http('Get', { inputs: { url: expr(`"https://api.test/" & $${stepId('Each')}.currentItem`) } }),
      setFields('After'),
    )
    const doc = flowOf({ ...each, step: { ...each.step, ...(each.step.kind === 'loop' && { concurrency: 2 }) } })
    const script = scriptHttp([
      { url: 'https://api.test/bad', answer: { status: 404, delayMs: 10 } },
      { url: 'https://api.test/slow', answer: { json: 1, delayMs: 100 } },
    ])
    const run = createInMemoryDriver({ http: script }).run(requestFor(doc))
    expect(await run.outcome).toMatchObject({ failure: { code: 'http-404' } })
    expect(linesOf(run.events).slice(-3)).toEqual([
      'failed step_get000/0 http-404',
      expect.stringContaining('succeeded step_get000/1'),
      'failed step_each00 http-404',
    ])
    expect(script.seen).toHaveLength(2)
  })

  it('L7 a loop that is too long is refused', async () => {
    const { outcome } = createInMemoryDriver().run(requestFor(flowOf(loopTimes('Each', 100_001, setFields('In')))))
    expect(await outcome).toMatchObject({
      failure: { code: 'loop-too-long', at: { step: stepId('Each'), input: 'times' } },
    })
  })

  it('L8 at most 100 late failures are told', async () => {
    const doc = flowOf(loopTimes('Each', 1000, withPolicy(http('Get'), { policy: 'ignore' })))
    const run = createInMemoryDriver({ http: scriptHttp([{ answer: { status: 404 } }]) }).run(requestFor(doc))
    await run.outcome
    expect(linesOf(run.events).filter((line) => line.startsWith('failed step_get000'))).toHaveLength(300)
    expect(run.events.at(-1)).toMatchObject({ dropped: 700 })
  })

  it('X1 a cancelled request tells what it was to send', async () => {
    const script = scriptHttp([{ answer: { delayMs: Number.POSITIVE_INFINITY } }])
    const run = createInMemoryDriver({ http: script }).run(requestFor(flowOf(http('Get'))), () => {
      if (script.seen.length === 0) setTimeout(() => run.cancel(), 0)
    })
    expect(await run.outcome).toEqual({ status: 'cancelled' })
    expect(run.events.slice(-3)).toMatchObject([
      { type: 'step-input', input: { value: { url: 'https://api.test/' } } },
      { type: 'step-ended', status: 'cancelled' },
      { type: 'run-ended', status: 'cancelled' },
    ])
  })

  it('X1 a cancelled wait between tries ends at once', async () => {
    const doc = flowOf(withPolicy(http('Get'), { attempts: 5, delaySeconds: 60 }))
    const run = createInMemoryDriver({ http: scriptHttp([{ answer: { failure: lost } }]) }).run(
      requestFor(doc),
      (event) => {
        if (event.type === 'step-attempt-failed') run.cancel()
      },
    )
    expect(await run.outcome).toEqual({ status: 'cancelled' })
    expect(run.events.filter(({ type }) => type === 'step-attempt-failed')).toHaveLength(1)
  })

  it('T1 a long value is recorded as its beginning and passed on whole', async () => {
    const items = Array.from({ length: 20_000 }, (_, index) => ({ id: index, text: 'x'.repeat(20) }))
    const doc = flowOf(http('Get'), setFields('After', { count: expr(`$count($${stepId('Get')}.body)`) }))
    const run = createInMemoryDriver({ http: scriptHttp([{ answer: { json: items } }]) }).run(requestFor(doc))
    expect(await run.outcome).toMatchObject({ result: { count: 20_000 } })
    const ended = run.events.find((event) => event.type === 'step-ended' && event.step === stepId('Get'))
    const output = ended?.type === 'step-ended' ? ended.output : null
    expect(output).toMatchObject({
      state: 'cut',
      value: { status: 200, body: expect.arrayContaining([items[0], items[1]]) },
    })
    expect(output?.bytes).toBeGreaterThan(262_144)
    expect(JSON.stringify(output?.value).length).toBeLessThan(100_000)
  })

  it('runs side by side do not disturb each other', async () => {
    const driver = createInMemoryDriver({ http: scriptHttp([{ answer: { json: 1 } }]) })
    const doc = flowOf(loopTimes('Each', 20, http('Get')))
    const runs = ['run_aaaaaa', 'run_bbbbbb'].map((run) => driver.run(requestFor(doc, { run: run as RunId })))
    const outcomes = await Promise.all(runs.map(({ outcome }) => outcome))
    expect(outcomes.map(({ status }) => status)).toEqual(['succeeded', 'succeeded'])
    expect(linesOf(runs[0]!.events)).toEqual(linesOf(runs[1]!.events))
  })
})
