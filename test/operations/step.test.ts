import { FAIL_ON_ERROR, literal, type IntegrationDoc } from '#domain'
import { applyOperation, type Operation } from '#operations'
import { describe, expect, it } from 'vitest'
import { accepted, refused } from '../fixtures/accepted.ts'
import {
  arm,
  branch,
  branchOn,
  callFlow,
  docOf,
  equals,
  flow,
  flowId,
  flowOf,
  handled,
  http,
  log,
  loop,
  outlineOf,
  ref,
  slot,
  slotId,
  stepId,
  stop,
  when,
} from '../fixtures/doc-builder.ts'

const doc = docOf({
  flows: [
    flow(
      'Main',
      http('Get'),
      branch('If', when(equals(ref('Get', 'status'), 200), arm('Yes', log('A')))),
      handled(http('Send'), log('Sorry')),
      loop('Each', ref('Get'), log('B')),
      stop('Stop'),
      callFlow('Call', null),
    ),
  ],
  slots: [slot('Shop', 'http', 'shop')],
})
const after = (op: Operation) => accepted(applyOperation(doc, op))
const codeOf = (op: Operation, of: IntegrationDoc = doc) => refused(applyOperation(of, op)).code
const id = (name: string) => stepId(name)

describe('step/delete', () => {
  it('S5 takes along what is inside and the notes on it, and leaves references to it', () => {
    const note = { id: 'note_abc123', text: 'x', anchor: { kind: 'step', step: id('B') } }
    const noted = { ...doc, notes: { note_abc123: note } } as unknown as IntegrationDoc
    const next = accepted(applyOperation(noted, { type: 'step/delete', id: id('Each') }))
    expect(next.steps).not.toHaveProperty(id('B'))
    expect(next.notes).toEqual({})
    const gone = after({ type: 'step/delete', id: id('Get') })
    expect(gone.steps[id('Each')]).toBe(doc.steps[id('Each')])
    expect(codeOf({ type: 'step/delete', id: id('Main trigger') })).toBe('trigger-fixed')
  })
})

describe('step/update', () => {
  const policy = (name: string, kind: 'handle' | 'fail'): Operation => ({
    type: 'step/update',
    id: id(name),
    changes: { onError: { ...FAIL_ON_ERROR, policy: kind } },
  })

  it('S6 brings an error arm with the policy, behind the others, and takes it away with what is in it', () => {
    expect(outlineOf(after(policy('If', 'handle')))[1]).toEqual(['If', { Yes: ['A'], otherwise: [], error: [] }])
    const next = after(policy('Send', 'fail'))
    expect(outlineOf(next)[2]).toBe('Send')
    expect(next.steps).not.toHaveProperty(id('Sorry'))
    expect(after({ ...policy('Send', 'handle') })).toBe(doc)
    expect(codeOf(policy('Main trigger', 'handle'))).toBe('trigger-cannot-handle')
  })

  it('X03 renames without touching who refers to it', () => {
    const next = after({ type: 'step/update', id: id('Get'), changes: { name: 'Fetch' } })
    expect(next.steps[id('Get')]).toMatchObject({ name: 'Fetch' })
    expect(Object.keys(next.steps).filter((step) => next.steps[step as never] !== doc.steps[step as never])).toEqual([
      id('Get'),
    ])
  })
})

describe('step/set-input and step/set-slot', () => {
  const set = (name: string, input: string, value: unknown) =>
    ({ type: 'step/set-input', id: id(name), input, value }) as Operation

  it('S7 sets and removes one input', () => {
    const next = after(set('Get', 'url', literal('https://other.test/')))
    expect(next.steps[id('Get')]).toMatchObject({
      inputs: { method: literal('GET'), url: literal('https://other.test/') },
    })
    expect(accepted(applyOperation(next, set('Get', 'url', null))).steps[id('Get')]).not.toHaveProperty('inputs.url')
    expect(after(set('Get', 'nothing', null))).toBe(doc)
    expect(after(set('Get', 'method', literal('GET')))).toBe(doc)
  })

  it.each<[Operation, string]>([
    [set('If', 'x', literal(1)), 'step-without-inputs'],
    [set('Gone', 'x', literal(1)), 'step-not-found'],
    [set('Get', 'constructor', literal(1)), 'input-key-invalid'],
    [set('Get', 'x', literal('\uD83D')), 'content-half-character'],
    [set('Get', 'x', literal(JSON.parse('{"__proto__":1}') as never)), 'content-forbidden-key'],
    [set('Get', 'x', literal(JSON.parse('{"limit":[1e999]}') as never)), 'content-number'],
    [set('Get', 'x', { kind: 'literal', value: { gone: undefined } }), 'operation-invalid'],
    [{ type: 'step/set-slot', id: id('If'), slot: slotId('Shop') }, 'step-without-connection'],
    [{ type: 'step/set-slot', id: id('Get'), slot: slotId('Gone') }, 'slot-not-found'],
  ])('S7 refuses %j', (op, code) => {
    expect(codeOf(op)).toBe(code)
  })

  it('OP1 refuses figures that the schema would not take', () => {
    const { onError } = doc.steps[id('Get')]!
    const retry = (change: Partial<typeof onError>): Operation => ({
      type: 'step/update',
      id: id('Get'),
      changes: { onError: { ...onError, ...change } },
    })
    expect(codeOf(retry({ attempts: 1.5 }))).toBe('operation-invalid')
    expect(codeOf(retry({ delaySeconds: 61 }))).toBe('operation-invalid')
    expect(codeOf(retry({ delaySeconds: Number.NaN }))).toBe('content-number')
    expect(after(retry({ attempts: 5, delaySeconds: 0.5 })).steps[id('Get')]).toMatchObject({
      onError: { attempts: 5, delaySeconds: 0.5 },
    })
  })

  it('OP1 refuses a value that nests too deep to be stored, and keeps one that is as deep as can be', () => {
    const nested = (levels: number) => {
      let value: unknown = 1
      for (let level = 0; level < levels; level += 1) value = [value]
      return literal(value as never)
    }
    expect(codeOf(set('Get', 'x', nested(150)))).toBe('content-too-deep')
    expect(after(set('Get', 'x', nested(130))).steps[id('Get')]).toHaveProperty('inputs.x')
  })
})

describe('step/configure', () => {
  it('S8 changes what belongs to the kind, and OP6 keeps the tests of a branch that decides otherwise', () => {
    const next = after({
      type: 'step/configure',
      id: id('If'),
      changes: { kind: 'branch', on: { mode: 'value', value: ref('Get') } },
    })
    expect(next.steps[id('If')]!.arms).toBe(doc.steps[id('If')]!.arms)
    expect(
      after({ type: 'step/configure', id: id('Each'), changes: { kind: 'loop', concurrency: 3 } }).steps[id('Each')],
    ).toMatchObject({ concurrency: 3, over: { mode: 'items' } })
  })

  it('S8 refuses fields of another kind, and a flow that is not there', () => {
    expect(codeOf({ type: 'step/configure', id: id('If'), changes: { kind: 'code', source: '' } })).toBe(
      'kind-mismatch',
    )
    const call = { kind: 'call-flow', flow: flowId('Gone') } as const
    expect(codeOf({ type: 'step/configure', id: id('Call'), changes: call })).toBe('flow-not-found')
  })
})

describe('a branch on a value', () => {
  it('is built by the fixtures as the product builds it', () => {
    const built = flowOf(branchOn('On', ref('Main trigger')))
    expect(built.steps[id('On')]).toMatchObject({ on: { mode: 'value' }, arms: [{ id: 'otherwise' }] })
  })
})
