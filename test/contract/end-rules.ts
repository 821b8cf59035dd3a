import { literal } from '#domain'
import { expect, it } from 'vitest'
import { flowOf, loop, loopTimes, ref, setFields, stepId, stop, template } from '../fixtures/doc-builder.ts'
import { get, ignoring, concurrently, itemOf, serverOf, type ContractHarness } from './contract-harness.ts'
import { linesOf, requestFor } from './run-request.ts'

/** Rules S, U, G and X: how a run ends early, and what is taken instead of running. */
export function describeEndRules({ runDoc, start }: ContractHarness): void {
  it('S1 stop ends the run from anywhere, as a success or as an error', async () => {
    const doc = (outcome: 'success' | 'error') =>
      flowOf(loopTimes('Each', 3, stop('Stop', outcome, template('at ', itemOf('Each')))), get('Never'))
    const well = await runDoc(doc('success'))
    expect(well.outcome).toEqual({ status: 'succeeded', result: 'at 0' })
    const badly = await runDoc(doc('error'))
    expect(badly.outcome).toMatchObject({
      failure: { code: 'stopped', params: { message: 'at 0' }, at: { step: stepId('Stop') } },
    })
    expect([...well.calls, ...badly.calls]).toEqual([])
  })

  it('S2 an error policy does not catch a stop', async () => {
    const { outcome } = await runDoc(flowOf(ignoring(loopTimes('Each', 3, stop('Stop')))))
    expect(outcome).toMatchObject({ status: 'failed', failure: { code: 'stopped' } })
  })

  it('U1 `until` stops after a step has succeeded; its result is the run’s', async () => {
    const { outcome, lines } = await runDoc(flowOf(setFields('One'), get('Two')), { until: stepId('One') })
    expect(outcome).toEqual({ status: 'succeeded', result: { a: 'b' } })
    expect(lines.some((line) => line.includes('step_two000'))).toBe(false)
  })

  it('U1 `until` stops after a step that is disabled', async () => {
    const one = setFields('One')
    const doc = flowOf(setFields('Zero'), { ...one, step: { ...one.step, disabled: true } }, get('Two'))
    const { outcome, calls, lines } = await runDoc(doc, { until: stepId('One') })
    expect(outcome).toEqual({ status: 'succeeded', result: null })
    expect(lines.at(-1)).toBe('skipped step_one000')
    expect(calls).toEqual([])
  })

  it('G1 a given output is taken instead of running the step, and everything inside it', async () => {
    const given = { [stepId('Get')]: { body: { n: 5 } }, [stepId('Each')]: [1, 2] }
    const doc = flowOf(
      get('Get'),
      loopTimes('Each', 9, get('In')),
      setFields('After', { n: ref('Get', 'body', 'n'), all: ref('Each') }),
    )
    const { outcome, calls, lines } = await runDoc(doc, { given })
    expect(outcome).toEqual({ status: 'succeeded', result: { n: 5, all: [1, 2] } })
    expect(calls).toEqual([])
    expect(lines).toContain('succeeded step_get000 {"body":{"n":5}}')
  })

  it('G1 a given output may be null', async () => {
    const doc = flowOf(get('Get'), setFields('After', { got: ref('Get') }))
    const { outcome, calls } = await runDoc(doc, { given: { [stepId('Get')]: null } })
    expect(outcome).toEqual({ status: 'succeeded', result: { got: null } })
    expect(calls).toEqual([])
  })

  it('X1 cancelling ends what is under way, inside first, and nothing follows', async () => {
    const server = serverOf((path) => (path === 'slow' ? 'never' : {}))
    const doc = flowOf(concurrently(loop('Each', literal([1, 2]), get('Slow')), 2), get('After'))
    let begun = 0
    let cancel = () => undefined as void
    const {
      outcome,
      events,
      cancel: end,
    } = await start(requestFor(doc), server.send, (event) => {
      if (event.type === 'step-started' && event.step === stepId('Slow')) begun += 1
      if (begun === 2) cancel()
    })
    cancel = end
    if (begun === 2) end()
    expect(await outcome).toEqual({ status: 'cancelled' })
    expect(linesOf(events).slice(-3)).toEqual([
      'cancelled step_slow00/1',
      'cancelled step_slow00/0',
      'cancelled step_each00',
    ])
    expect(events.at(-1)).toMatchObject({ type: 'run-ended', status: 'cancelled' })
    expect(server.calls).not.toContain('after')
  })

  it('X2 a long loop can be cancelled in its middle', async () => {
    const run: { cancel?: () => void } = {}
    let calls = 0
    const server = serverOf(() => {
      calls += 1
      if (calls === 600) run.cancel?.()
      return {}
    })
    const started = await start(requestFor(flowOf(loopTimes('Each', 100_000, get('Get')))), server.send)
    run.cancel = started.cancel
    expect(await started.outcome).toEqual({ status: 'cancelled' })
    expect(linesOf(started.events).at(-1)).toBe('cancelled step_each00')
    expect(started.events.at(-1)).toMatchObject({ type: 'run-ended', status: 'cancelled' })
  })
}
