import { literal } from '#domain'
import { expect, it } from 'vitest'
import {
  arm,
  branch,
  branchOn,
  equals,
  expr,
  flowOf,
  http,
  log,
  loop,
  ref,
  setFields,
  slot,
  stepId,
  template,
  variable,
  variableId,
  when,
  whenValue,
} from '../fixtures/doc-builder.ts'
import { get, concurrently, itemOf, type ContractHarness } from './contract-harness.ts'
import { timeless } from './run-request.ts'

/** Rules R, B and V: sequences, branches, variables. */
export function describeFlowRules({ runDoc }: ContractHarness): void {
  it('R1 a flow runs trigger and steps in order; its result is the last step’s', async () => {
    const doc = flowOf(setFields('One', { a: ref('Main trigger', 'n') }), get('Two'))
    const { outcome, lines, events } = await runDoc(doc, { trigger: { n: 7 } })
    expect(outcome).toMatchObject({ status: 'succeeded', result: { status: 200, body: { path: 'two' } } })
    expect(lines.slice(0, 5)).toEqual([
      'started step_maintrigger',
      'succeeded step_maintrigger {"n":7}',
      'started step_one000',
      'succeeded step_one000 {"a":7}',
      'started step_two000',
    ])
    expect([events.at(0)?.type, events.at(-1)?.type]).toEqual(['run-started', 'run-ended'])
  })

  it('R2 the trace of a document and its responses is always the same', async () => {
    const doc = flowOf(
      concurrently(
        loop('Each', literal([1, 2, 3, 4, 5]), get('Get', template('https://api.test/', itemOf('Each')))),
        3,
      ),
      branch('Check', when(equals(ref('Each', 0, 'status'), 200), arm('Yes', log('Tell', ref('Each', 4, 'body'))))),
    )
    const [first, second] = [await runDoc(doc), await runDoc(doc)]
    expect(first.events.map(timeless)).toEqual(second.events.map(timeless))
    expect(first.outcome).toMatchObject({ result: { arm: 'arm_yes000', result: '{"path":"5"}' } })
  })

  it('R3 inputs and logs are told before the step ends', async () => {
    const { events } = await runDoc(flowOf(log('Tell', template('n is ', ref('Main trigger', 'n')))), {
      trigger: { n: 2 },
    })
    const own = events.filter((event) => 'key' in event && event.key === stepId('Tell'))
    expect(own.map(({ type }) => type)).toEqual(['step-started', 'step-input', 'step-log', 'step-ended'])
    expect(own[1]).toMatchObject({ input: { state: 'complete', value: { level: 'info', message: 'n is 2' } } })
  })

  it('R4 a failing step fails the run and names itself and its input', async () => {
    const { outcome, lines } = await runDoc(flowOf(setFields('One', { a: expr('$number("x")') }), get('Two')))
    expect(outcome).toMatchObject({
      status: 'failed',
      failure: { code: 'expression-failed', at: { step: stepId('One'), input: 'fields', row: 'a' } },
    })
    expect(lines.at(-1)).toBe('failed step_one000 expression-failed')
  })

  it('R5 disabled steps are skipped; a reference to one gives null', async () => {
    const one = setFields('One')
    const doc = flowOf({ ...one, step: { ...one.step, disabled: true } }, setFields('Two', { a: ref('One') }))
    const { outcome, lines } = await runDoc(doc)
    expect(outcome).toEqual({ status: 'succeeded', result: { a: null } })
    expect(lines).toContain('skipped step_one000')
    expect(lines).not.toContain('started step_one000')
  })

  it('R5 the null of a disabled step is null inside an arm and a loop too', async () => {
    const one = setFields('One')
    const steps = [
      { ...one, step: { ...one.step, disabled: true } },
      setFields('Two', { a: ref('One'), b: expr(`$${stepId('One')} = null`) }),
    ]
    const inArm = flowOf(branch('Check', when(equals(literal(1), 1), arm('Yes', ...steps))))
    expect((await runDoc(inArm)).outcome).toMatchObject({ result: { result: { a: null, b: true } } })
    const inLoop = flowOf(loop('Each', literal([1]), ...steps))
    expect((await runDoc(inLoop)).outcome).toMatchObject({ result: [{ a: null, b: true }] })
  })

  it('R6 a slot decides with which connection a step sends', async () => {
    const doc = {
      ...flowOf(http('Get', { slot: 'Api' })),
      slots: { [slot('Api', 'http').id]: slot('Api', 'http', 'my-api') },
    }
    expect((await runDoc(doc)).outcome).toMatchObject({ result: { body: { by: 'my-api' } } })
    const unbound = { ...doc, slots: { [slot('Api', 'http').id]: slot('Api', 'http') } }
    const refused = await runDoc(unbound)
    expect(refused.outcome).toMatchObject({ failure: { code: 'connection-missing', at: { step: stepId('Get') } } })
    expect(refused.calls).toEqual([])
  })

  it('B1 a branch takes the first arm that holds, otherwise `otherwise`', async () => {
    const doc = flowOf(
      branch(
        'Check',
        when(equals(ref('Main trigger', 'n'), 1), arm('One', setFields('A', { r: 'one' }))),
        when(equals(ref('Main trigger', 'n'), 2), arm('Two', setFields('B', { r: 'two' }))),
        arm('otherwise', setFields('C', { r: 'other' })),
      ),
      setFields('After', { taken: ref('Check', 'arm'), r: ref('Check', 'result', 'r') }),
    )
    const resultFor = async (n: number) => (await runDoc(doc, { trigger: { n } })).outcome
    expect(await resultFor(1)).toMatchObject({ result: { taken: 'arm_one000', r: 'one' } })
    expect(await resultFor(2)).toMatchObject({ result: { taken: 'arm_two000', r: 'two' } })
    expect(await resultFor(3)).toMatchObject({ result: { taken: 'otherwise', r: 'other' } })
    const { lines } = await runDoc(doc, { trigger: { n: 2 } })
    expect(lines.filter((line) => line.includes('step_a00000') || line.includes('step_c00000'))).toEqual([])
  })

  it('B2 a branch on a value compares with each arm’s value', async () => {
    const doc = flowOf(branchOn('Check', ref('Main trigger', 'plan'), whenValue('team', arm('Team', setFields('A')))))
    expect((await runDoc(doc, { trigger: { plan: 'team' } })).outcome).toMatchObject({
      result: { arm: 'arm_team00' },
    })
    expect((await runDoc(doc, { trigger: { plan: 'x' } })).outcome).toMatchObject({
      result: { arm: 'otherwise', result: null },
    })
  })

  it('V1 config variables have the given value, else their default', async () => {
    const base = flowOf(
      setFields('One', {
        a: { kind: 'variable', variable: variableId('Region') },
        b: expr(`$${variableId('Region')} & "!"`),
      }),
    )
    const doc = { ...base, variables: { [variableId('Region')]: { ...variable('Region'), default: 'eu' } } }
    expect((await runDoc(doc)).outcome).toMatchObject({ result: { a: 'eu', b: 'eu!' } })
    expect((await runDoc(doc, { variables: { [variableId('Region')]: 'us' } })).outcome).toMatchObject({
      result: { a: 'us', b: 'us!' },
    })
  })
}
