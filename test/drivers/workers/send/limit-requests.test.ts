import { err, ok, type Result } from '#base'
import { NO_LIMITS, type ConnectionLimits, type Failure, type StepRequest, type StepResponse } from '#domain'
import { describe, expect, it } from 'vitest'
import { createRequestLimiter } from '../../../../src/drivers/workers/send/limit-requests.ts'
import { sendFailure } from '../../../../src/drivers/workers/send/send-failure.ts'
import { getRequest } from '../vault/vault-bench.ts'
import { handTimers } from './hand-timers.ts'

const answer = (status: number, retryAfter?: string): Result<StepResponse, Failure> =>
  ok({
    status,
    statusText: '',
    headers: retryAfter === undefined ? {} : { 'retry-after': retryAfter },
    body: { kind: 'empty' },
    bytes: 0,
    milliseconds: 1,
    transport: 'direct',
    url: 'https://api.test/',
  })

/** An API that gives these answers in turn, the last one from then on. */
function limiterWith(answers: readonly Result<StepResponse, Failure>[]) {
  const timers = handTimers()
  const limiter = createRequestLimiter({ timers, clock: () => 0 })
  const sent: { readonly at: number; readonly request: StepRequest }[] = []
  const results: Result<StepResponse, Failure>[] = []
  const outcomes: (string | number)[] = []
  const notes: string[] = []
  const send = (
    parts: {
      request?: Partial<StepRequest>
      limits?: Partial<ConnectionLimits>
      isPatient?: boolean
      key?: string
    } = {},
  ) => {
    const controller = new AbortController()
    const limited = {
      key: parts.key ?? 'shop',
      limits: { ...NO_LIMITS, ...parts.limits },
      request: getRequest('/', parts.request),
      signal: controller.signal,
      onWait: (milliseconds: number) => notes.push(`wait ${milliseconds}`),
      onGo: () => notes.push('go'),
      isPatient: parts.isPatient ?? true,
    }
    const done = limiter
      .send(limited, async (request) => {
        const given = answers[Math.min(sent.length, answers.length - 1)] ?? answer(200)
        sent.push({ at: timers.now(), request })
        return given
      })
      .then((result) => {
        results.push(result)
        outcomes.push(result.ok ? result.value.status : result.error.code)
      })
    return { cancel: () => controller.abort(), done }
  }
  return { timers, send, sent, results, outcomes, notes, times: () => sent.map(({ at }) => at) }
}

describe('createRequestLimiter', () => {
  it('Limits: a request answered 429 waits as long as it is asked to and is sent again', async () => {
    const { send, timers, outcomes, times, notes } = limiterWith([answer(429, '2'), answer(200)])
    send({ request: { method: 'POST' } })
    await timers.pass(1999)
    expect(outcomes).toEqual([])
    await timers.pass(1)
    expect(outcomes).toEqual([200])
    expect(times()).toEqual([0, 2000])
    expect(notes).toEqual(['go', 'wait 2000', 'go'])
  })

  it('Limits: it is sent again three times at most; then the step gets the 429', async () => {
    const { send, timers, outcomes, times } = limiterWith([answer(429, '5')])
    send()
    await timers.pass(60_000)
    expect(outcomes).toEqual([429])
    expect(times()).toEqual([0, 5000, 10_000, 15_000])
  })

  it('Limits: it waits a minute in all at most, and not at all for longer ones', async () => {
    const one = limiterWith([answer(429, '40')])
    one.send()
    await one.timers.pass(120_000)
    expect(one.outcomes).toEqual([429])
    expect(one.times()).toEqual([0, 40_000])
    const other = limiterWith([answer(429, '61')])
    other.send()
    await other.timers.pass(0)
    expect(other.outcomes).toEqual([429])
  })

  it.each([
    ['61', 61_000],
    ['120', 120_000],
    ['7200', 7_200_000],
  ])(
    'Limits: asked for %s s, nothing is sent before; whoever would wait for more than a minute is told',
    async (asked, milliseconds) => {
      const { send, timers, results, times } = limiterWith([answer(429, asked), answer(200)])
      send()
      await timers.pass(0)
      send()
      send({ isPatient: false })
      await timers.pass(milliseconds - 60_001)
      send()
      await timers.pass(0)
      const kept = (seconds: number) => ({
        ok: false,
        error: { code: 'asked-to-wait', retryable: true, params: { status: 429, retryAfter: seconds } },
      })
      const seconds = milliseconds / 1000
      expect(results).toMatchObject([{ value: { status: 429 } }, kept(seconds), kept(seconds), kept(61)])
      await timers.pass(1)
      send()
      await timers.pass(59_999)
      expect(times()).toEqual([0])
      await timers.pass(1)
      expect(times()).toEqual([0, milliseconds])
    },
  )

  it('Limits: who is not patient waits ten seconds at most for others that were asked to', async () => {
    const { send, timers, outcomes, times } = limiterWith([answer(429, '12'), answer(200)])
    send({ isPatient: false })
    await timers.pass(0)
    send({ isPatient: false })
    await timers.pass(2000)
    send({ isPatient: false })
    await timers.pass(10_000)
    expect(outcomes).toEqual([429, 'asked-to-wait', 200])
    expect(times()).toEqual([0, 12_000])
  })

  it('Limits: what waits to be sent again is given its own answer when the wait gets too long', async () => {
    const { send, timers, outcomes, times } = limiterWith([answer(503, '20'), answer(429, '120')])
    send()
    send()
    await timers.pass(0)
    expect(outcomes).toEqual([429, 503])
    await timers.pass(200_000)
    expect(times()).toEqual([0, 0])
  })

  it('Limits: all requests of the connection keep away meanwhile, those of others do not', async () => {
    const { send, timers, sent, outcomes } = limiterWith([answer(429, '3'), answer(200)])
    send()
    await timers.pass(0)
    send()
    send({ key: 'other' })
    await timers.pass(0)
    expect(outcomes).toEqual([200])
    await timers.pass(3000)
    expect(sent.map(({ at }) => at)).toEqual([0, 0, 3000, 3000])
  })

  it('Limits: after 503 only what is idempotent is sent again; the connection keeps away all the same', async () => {
    const post = limiterWith([answer(503, '2'), answer(200)])
    post.send({ request: { method: 'POST' } })
    await post.timers.pass(0)
    expect(post.outcomes).toEqual([503])
    post.send()
    await post.timers.pass(2000)
    expect(post.times()).toEqual([0, 2000])
    const get = limiterWith([answer(503, '2'), answer(200)])
    get.send()
    await get.timers.pass(2000)
    expect(get.outcomes).toEqual([200])
  })

  it.each([answer(429), answer(429, 'soon'), answer(500, '1'), err(sendFailure('timeout'))])(
    'Limits: an answer that asks for nothing is given as it is (%#)',
    async (given) => {
      const { send, timers, sent } = limiterWith([given])
      send()
      await timers.pass(10_000)
      expect(sent).toHaveLength(1)
    },
  )

  it('Limits: who is not patient gets the 429 at once', async () => {
    const { send, timers, outcomes } = limiterWith([answer(429, '2')])
    send({ isPatient: false })
    await timers.pass(0)
    expect(outcomes).toEqual([429])
  })

  it('Limits: stopped while it waits, it ends at once and is not sent again', async () => {
    const { send, timers, outcomes, sent } = limiterWith([answer(429, '30'), answer(200)])
    const { cancel } = send()
    await timers.pass(1000)
    cancel()
    await timers.pass(0)
    expect(outcomes).toEqual(['cancelled'])
    await timers.pass(60_000)
    expect(sent).toHaveLength(1)
  })

  it('Limits: the timeout of the connection shortens that of the step and never lengthens it', async () => {
    const { send, timers, sent } = limiterWith([answer(200)])
    send({ limits: { timeoutSeconds: 0.5 } })
    send({ limits: { timeoutSeconds: 600 } })
    send()
    await timers.pass(0)
    expect(sent.map(({ request }) => request.timeoutMs)).toEqual([500, 5000, 5000])
  })
})
