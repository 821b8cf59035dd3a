import { literal, type InputValue, type Send } from '#domain'
import { expect, it } from 'vitest'
import {
  arm,
  branch,
  breakLoop,
  equals,
  expr,
  flowOf,
  loop,
  loopTimes,
  parallel,
  ref,
  setFields,
  stepId,
  template,
  when,
} from '../fixtures/doc-builder.ts'
import { get, concurrently, itemOf, echo, serverOf, type ContractHarness } from './contract-harness.ts'
import { linesOf, requestFor } from './run-request.ts'

/** Rules L and P: loops and lanes. */
export function describeLoopRules({ runDoc, start }: ContractHarness): void {
  it('L1 a loop runs its body for each item; inside, a reference to it is its frame, outside its results', async () => {
    const doc = flowOf(
      loop(
        'Each',
        literal(['a', 'b']),
        setFields('In', {
          item: itemOf('Each'),
          index: ref('Each', 'index'),
          first: ref('Each', 'isFirst'),
          last: ref('Each', 'isLast'),
        }),
      ),
      setFields('After', { all: ref('Each'), second: ref('Each', 1, 'item') }),
    )
    const { outcome, lines } = await runDoc(doc)
    expect(outcome).toEqual({
      status: 'succeeded',
      result: {
        all: [
          { item: 'a', index: 0, first: true, last: false },
          { item: 'b', index: 1, first: false, last: true },
        ],
        second: 'b',
      },
    })
    expect(lines).toContain('started step_in0000/1')
  })

  it('L2 nothing, null and a single value are lists of none and one', async () => {
    const resultFor = async (items: InputValue) =>
      (await runDoc(flowOf(loop('Each', items, setFields('In', { i: itemOf('Each') }))))).outcome
    expect(await resultFor(literal(null))).toMatchObject({ result: [] })
    expect(await resultFor(expr('$step_maintrigger.missing'))).toMatchObject({ result: [] })
    expect(await resultFor(expr('[{"n":1}].n'))).toMatchObject({ result: [{ i: 1 }] })
  })

  it('L3 nested loops have keys with both indexes, and both frames', async () => {
    const doc = flowOf(
      loop(
        'Outer',
        literal([[1, 2], [3]]),
        loop('Inner', itemOf('Outer'), setFields('In', { o: ref('Outer', 'index'), i: itemOf('Inner') })),
      ),
    )
    const { outcome, lines } = await runDoc(doc)
    expect(outcome).toMatchObject({
      result: [
        [
          { o: 0, i: 1 },
          { o: 0, i: 2 },
        ],
        [{ o: 1, i: 3 }],
      ],
    })
    expect(lines.filter((line) => line.startsWith('started step_in0000'))).toEqual([
      'started step_in0000/0/0',
      'started step_in0000/0/1',
      'started step_in0000/1/0',
    ])
  })

  it('L4 break ends the loop around it; the iteration that broke gives no result', async () => {
    const doc = flowOf(
      loopTimes(
        'Each',
        10,
        setFields('In', { i: itemOf('Each') }),
        branch('Check', when(equals(itemOf('Each'), 2), arm('Enough', breakLoop('Break')))),
        setFields('Last', { i: itemOf('Each') }),
      ),
      setFields('After', { all: ref('Each') }),
    )
    const { outcome, lines } = await runDoc(doc)
    expect(outcome).toEqual({ status: 'succeeded', result: { all: [{ i: 0 }, { i: 1 }] } })
    expect(lines.filter((line) => line.startsWith('started step_in0000'))).toHaveLength(3)
  })

  it('L4 iterations under way beside the one that breaks finish, and keep their results', async () => {
    const doc = flowOf(
      concurrently(
        loopTimes(
          'Each',
          6,
          get('Reserve', template('https://api.test/reserve', itemOf('Each'))),
          branch('Check', when(equals(itemOf('Each'), 1), arm('Enough', breakLoop('Break')))),
          get('Confirm', template('https://api.test/confirm', itemOf('Each'))),
        ),
        3,
      ),
      setFields('After', { paths: expr(`[$${stepId('Each')}.body.path]`) }),
    )
    // The first and the third reserve only when the second has broken the loop.
    let broke = () => undefined as void
    const broken = new Promise<void>((resolve) => (broke = resolve))
    const server = serverOf(() => ({}))
    const send: Send = async (request, ...more) => {
      if (/reserve[02]/.test(request.url)) await broken
      return server.send(request, ...more)
    }
    const { outcome, events } = await start(requestFor(doc), send, (event) => {
      if (event.type === 'step-ended' && event.step === stepId('Break')) broke()
    })
    expect(await outcome).toEqual({ status: 'succeeded', result: { paths: ['confirm0', 'confirm2'] } })
    expect([...server.calls].toSorted()).toEqual(['confirm0', 'confirm2', 'reserve0', 'reserve1', 'reserve2'])
    expect(linesOf(events).filter((line) => line.startsWith('cancelled'))).toEqual([])
  })

  it('L5 results stand in the order of the items whatever finishes first', async () => {
    const items = Array.from({ length: 20 }, (_, index) => index)
    const body = get('Get', template('https://api.test/', itemOf('Each')))
    const { outcome } = await runDoc(
      flowOf(
        concurrently(loop('Each', literal(items), body), 4),
        setFields('All', {
          paths: expr(`[$${stepId('Each')}.body.path]`),
        }),
      ),
    )
    expect(outcome).toEqual({ status: 'succeeded', result: { paths: items.map(String) } })
  })

  it('L6 no more iterations are under way than the loop allows', async () => {
    const count = 30
    let [under, most, answered] = [0, 0, 0]
    let held: (() => void)[] = []
    const server = echo()
    const send: Send = async (...args) => {
      under += 1
      most = Math.max(most, under)
      // Answers come only when as many are under way as may be, so that no driver is too slow to be seen.
      await new Promise<void>((resolve) => {
        held.push(resolve)
        if (held.length < Math.min(3, count - answered)) return
        for (const release of held) release()
        held = []
      })
      const result = await server.send(...args)
      under -= 1
      answered += 1
      return result
    }
    const items = literal(Array.from({ length: count }, () => 0))
    const { outcome } = await start(requestFor(flowOf(concurrently(loop('Each', items, get('Get')), 3))), send)
    expect((await outcome).status).toBe('succeeded')
    expect(most).toBe(3)
  })

  it('L7 a loop of 1,000 items gives all results, tells the first ones and says how many it left out', async () => {
    const doc = flowOf(
      loopTimes('Each', 1000, setFields('In', { i: itemOf('Each') })),
      setFields('After', {
        count: expr(`$count($${stepId('Each')})`),
        last: ref('Each', 999, 'i'),
      }),
    )
    const { outcome, events } = await runDoc(doc)
    expect(outcome).toEqual({ status: 'succeeded', result: { count: 1000, last: 999 } })
    const progress = events.filter(({ type }) => type === 'loop-progress')
    expect(progress.length).toBeLessThanOrEqual(100)
    expect(progress.at(-1)).toMatchObject({ done: 1000, total: 1000 })
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', dropped: 800 })
    expect(events.length).toBeLessThan(1000)
  })

  it('L8 an iteration that fails far into a long loop is told with its input', async () => {
    const server = serverOf((path) => (path === '700' ? { status: 404 } : {}))
    const doc = flowOf(loopTimes('Each', 1000, get('Get', template('https://api.test/', itemOf('Each')))))
    const { outcome, events } = await runDoc(doc, {}, server)
    expect(outcome).toMatchObject({ failure: { code: 'http-404', at: { step: stepId('Get') } } })
    const own = events.filter((event) => 'key' in event && event.key === `${stepId('Get')}/700`)
    expect(own.map(({ type }) => type)).toEqual(['step-started', 'step-input', 'step-ended'])
    expect(server.calls).toHaveLength(701)
  })

  it('P1 lanes run side by side and give an object of their results', async () => {
    const doc = flowOf(parallel('Both', arm('Left', get('A')), arm('Right', get('B'))))
    const { outcome, lines } = await runDoc(doc)
    expect(outcome).toMatchObject({
      result: { arm_left00: { body: { path: 'a' } }, arm_right0: { body: { path: 'b' } } },
    })
    expect(lines.indexOf('started step_b00000')).toBeLessThan(
      lines.findIndex((line) => line.startsWith('succeeded step_a00000')),
    )
  })
}
